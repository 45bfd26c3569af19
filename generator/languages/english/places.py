"""Countries, capitals and seats of power: words that stand for a government when they speak. Data
only.
"""

from __future__ import annotations

from generator.languages.listed import word_set

# seat → always a government or one of its offices, whatever the model calls it
SEATS = word_set("""
    kremlin|white house|downing street|pentagon|elysée|élysée|whitehall|state department|
    foggy bottom|zhongnanhai|blue house|quai d'orsay|capitol hill|holyrood|stormont|
    european union|eu|european commission|vatican|holy see|queen's park|parliament hill
""")

CAPITALS = word_set("""
    abu dhabi|abuja|accra|addis ababa|algiers|amman|amsterdam|ankara|astana|athens|baghdad|
    baku|bangkok|beijing|beirut|belgrade|berlin|bern|bogota|bogotá|brasilia|brasília|
    bratislava|brussels|bucharest|budapest|buenos aires|cairo|canberra|caracas|chisinau|
    colombo|copenhagen|damascus|dhaka|doha|dublin|hanoi|harare|havana|helsinki|islamabad|
    jakarta|jerusalem|kabul|kampala|kathmandu|khartoum|kiev|kinshasa|kyiv|la paz|lima|lisbon|
    ljubljana|london|luanda|madrid|managua|manila|minsk|mogadishu|moscow|nairobi|new delhi|
    oslo|ottawa|paris|phnom penh|prague|pretoria|pyongyang|quito|rabat|reykjavik|riga|riyadh|
    rome|santiago|sarajevo|seoul|skopje|sofia|stockholm|taipei|tallinn|tashkent|tbilisi|tehran|
    tel aviv|tirana|tokyo|tripoli|tunis|ulaanbaatar|vienna|vilnius|warsaw|washington|
    wellington|yerevan|zagreb
""")

COUNTRIES = word_set("""
    afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|
    bangladesh|belarus|belgium|bolivia|bosnia|brazil|britain|bulgaria|cambodia|cameroon|canada|
    chile|china|colombia|congo|costa rica|croatia|cuba|cyprus|czech republic|denmark|ecuador|
    egypt|el salvador|england|eritrea|estonia|ethiopia|finland|france|georgia|germany|ghana|
    great britain|greece|guatemala|haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|
    ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|
    latvia|lebanon|libya|lithuania|luxembourg|malaysia|mali|malta|mexico|moldova|mongolia|
    montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|
    niger|nigeria|north korea|north macedonia|norway|oman|pakistan|panama|paraguay|peru|
    philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|scotland|senegal|
    serbia|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|
    south sudan|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tajikistan|tanzania|
    thailand|tunisia|turkey|türkiye|uganda|ukraine|united arab emirates|united kingdom|
    united states|uruguay|uzbekistan|venezuela|vietnam|wales|yemen|zambia|zimbabwe|us|u.s|uk|
    u.k|uae|usa|u.s.a
""")
