"""The commonest small words of languages, by which a text's language is told: data, no logic.

Words that are also English ("die", "in", "no") stand in no list but the English one.
"""

from __future__ import annotations

from generator.languages.listed import word_set

ENGLISH = word_set("""
    a about after all also an and are as at be been but by for from had has have he her his i in
    into is it its more no not of on one or out said she so than that the their them there they
    this to up was we were what when which who will with would you
""")
OTHERS = {
    "cs": word_set("""
    aby ale byl byla bylo být co i jak jako je jeho její jejich jsem jsou když která které který
    nebo než od podle pro při se si tak také že
"""),
    "da": word_set("""
    af at blev der det efter en er et for fra han har havde hun hvor ikke jeg kan med men meget
    mod når og også på sagde sig skal som til var ved være
"""),
    "de": word_set("""
    aber als auch auf aus bei bis das dass dem der des durch ein eine einem einen einer eines er
    es für haben ich ihr ihre ist kann mit nach nicht noch nur oder sei sein seine sich sie sind
    über und uns unter vom von vor wenn werden wie wir wird wurde zu zum zur zwischen
"""),
    "es": word_set("""
    al como con cuando de del desde donde dos el ella en entre era es esta este fue ha hasta hay
    la las le lo los más muy ni nos o para pero por porque que se sido sin sobre son su sus
    también un una y ya
"""),
    "fi": word_set("""
    ei että hän ja joka jonka jos kanssa kuin kun mukaan mutta myös niin nyt oli olisi on ole
    ovat se sekä sen sitä tai tämä vain voi
"""),
    "fr": word_set("""
    après au aussi aux avec avait c ce cette ces dans de des d du elle elles en entre est et été
    être il ils je l la le les leur lui mais même n ne nous ont ou où par pas pour plus qu que
    qui s sa sans selon ses son sont sous sur un une vous y à
"""),
    "hu": word_set("""
    az és hogy nem is egy ez volt meg csak már még mint van de ha szerint pedig ki azt ezt kell
    lehet után vagy minden
"""),
    "it": word_set("""
    al alla anche che chi come con dal dalla degli dei del della delle di dopo e è ed era essere
    fra gli ha hanno i il la le lo loro ma nel nella non o per perché più quando questa questo
    se si sono stato su sua sul suo tra un una uno
"""),
    "nb": word_set("""
    at av ble da den det disse eller en er et etter for fra han har hun hvor ikke jeg kan med
    men mot når og også om på ha seg sier skal som til var ved være vil
"""),
    "nl": word_set("""
    aan als bij dat de deze die dit door een en er geen haar heeft hebben het hij hun ik kan
    maar meer met na naar niet nog om onder ook op over te tot uit van veel voor was werd wie
    wordt zich zij zijn
"""),
    "pl": word_set("""
    ale aby był była było być co czy dla do gdy ich jak jako je jego jej jest już które który
    lub ma na nie o od oraz po pod przez przy się są tak także tego też to tym w we z za że
"""),
    "pt": word_set("""
    ao aos as com como da das de do dos e é ela ele em entre era essa esse esta este foi há isso
    já mais mas muito na não nas no nos o os ou para pela pelo por que se sem ser seu sua são
    também um uma à às
"""),
    "ro": word_set("""
    ale au că care ce cel cu de din după este fi fost în la lui mai nu o pe pentru prin sau se
    sunt și un unei unui va
"""),
    "ru": word_set("""
    а без был была были было быть в во все вы для до его ее если есть еще и из или их к как
    когда ко который которые мы на не него но о об он она они от по при с со так также то только
    у что это этого я
"""),
    "sv": word_set("""
    att av bara blev de den det där efter eller en ett från för han har hade hon i inte jag kan
    man med men mot måste när och också om på sade sig ska som säger till under var vi vid är
    över
"""),
    "tr": word_set("""
    ama bir bu çok da daha de değil diye en gibi göre her için ile ise kadar ki mi ne o olan
    olarak oldu sonra ve veya ya
"""),
    "uk": word_set("""
    а без був була були було бути в вже від все для до його її є з за зі і із й їх коли ми на не
    ні про при та так також те то тому у це цього через що щоб як який які
"""),
}
_ENGLISH_TOO = word_set("die den do me an man war hat was on no so to at of for as or he i we be")
OTHERS = {code: words - ENGLISH - _ENGLISH_TOO for code, words in OTHERS.items()}
