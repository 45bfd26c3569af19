"""First names that say he or she, written by hand from common knowledge; names of both are left
out. Data only.
"""

from __future__ import annotations

from generator.languages.listed import listed, word_set
from generator.languages.named import Gender

_WOMEN = listed(
    """
    abbie abigail ada addison adela adelaide adele adelina adina adriana agatha agnes agnieszka
    aileen ailsa aimee ainsley aisha akiko alana alba alejandra alessandra alexa alexandra
    alexandria alexia alia alice alicia alina alisa alison alissa aliya allegra allison alma
    alyson alyssa amal amanda amani amara amaya amber amelia amina amira amrita amy ana anais
    ananya anastasia andrea aneta ange angela angelina angelique angie anika anisa anita anja
    anjali anke ann anna annabelle annalisa anne anneliese annette annie annika annmarie anouk
    antoinette antonella antonia anya april arabella aretha ariana arielle arlene arwen ashley
    asma astrid athena aude audrey aurelia aurelie aurora ava ayelet ayesha ayumi aziza babette
    barbara beata beate beatrice becky belinda bella bernadette bernice bertha beth bethany
    betina betsy bettina betty beverley beverly bianca birgit blanche bonita bonnie bozena
    brandi brandy bree brenda brianna bridget brigitte britney britta brittany bronwyn brooke
    bryony camilla camille candace candice cara carey carina carla carlotta carly carmen carol
    carolann carole carolina caroline carolyn carrie cary caryn cassandra cassie catalina
    catarina caterina catherine cathleen cathy cecile cecilia celeste celestine celia celine
    chandra chantal charity charlene charlotte charmaine chelsea chelsie cher cheri cheryl
    chiara chiyo chloe chrissy christa christina christine chrystia ciara cicely cindi cindy
    claire clara clarice clarissa claudette claudia claudine clementine cleo clotilde coco
    colleen condoleezza connie constance consuelo cora coralie cordelia corina corinne corrine
    courtney cressida crystal cynthia dagmar daisy dalia dalila damaris dania danica daniela
    danielle daphne darcy darlene davina dawn deana deanna deb debbie debora deborah debra
    deirdre delia delores delphine demi denise denisha devi diana diane dianne dina divya dixie
    dolores donna dora doreen doria dorie doris dorota dorothea dorothy edith edna effie
    eglantine eileen eimear elaina elaine eleanor eleanore elena eleonora elfriede elif elina
    elisa elisabeth elisabetta elise elissa eliza elizabeth elke ella ellen ellie elodie eloise
    elsa elsie elspeth eluned elvira emilia emilie emily emina emma emmanuelle emmeline enid
    erica erika erin erna ernestine esme esperanza estelle esther ethel etta eudora eugenia
    eugenie eunice eva evangeline eve evelyn evita fabienne faith faiza fanny farah farida
    farrah fatima fatma faye federica felicia felicity fern fernanda fernande fiona fleur flo
    flora florence florrie frances francesca francine franziska freda frida frieda gabriela
    gabriele gabriella gabrielle gail galina gayle gemma genevieve georgette georgia georgie
    georgina geraldine gerda germaine gertrude gia gigi gilda gillian gina ginny giorgia
    giovanna gisela gisele giulia giuliana gladys glenda glenys gloria golda grace graciela
    grainne greta gretchen guadalupe gudrun gulnara gwen gwendolyn hadley haley halina halle
    hana hanan hannah hanne harmony harriet hattie hazel heather hedwig heidi heike helen helena
    helene helga henrietta henriette hermione hiba hilary hilda hilde hildegard hillary holly
    honor hope hortense huma ida ieva ilana ileana ilona ilse imelda imogen ina ines inez inga
    ingrid inka ioana irena irene irina iris irma isabel isabela isabella isabelle isadora isla
    isobel ivana ivanka ivonne ivy jacinda jacinta jackie jacqueline jade jaleh jana jane
    janelle janet janette janice janie janine janna jasmin jasmine jaya jayne jean jeanette
    jeanine jeanne jelena jemima jenna jennifer jenny jeri jess jessica jessie jill jo joan
    joann joanna joanne jocelyn jodi jodie jody joelle johanna joni jordana josefina josefine
    josephine josette josie joy joyce juana juanita judi judie judit judith judy juli julia
    juliana julianne julie juliet julieta juliette june justine jutta kaitlyn kamala karen karin
    karina karla karolina katarina katarzyna kate katharina katharine kathe katherine kathi
    kathleen kathryn kathy katia katie katinka katja katrin katrina katrine katy katya kavita
    kayla kaylee kayleigh keiko keira kelli kellie kellyanne kelsey kendra kerri khadija kiera
    kiersten kimberley kimberly kira kirsten kirstie kirstin kirsty klara krista kristen kristi
    kristie kristin kristina krystal krystyna kyla laila lakshmi lana lara larissa lashonda
    latisha latoya laura lauren laurie lavinia lea leah leanne leila lena lenora leona leonie
    leonora leticia letitia lexi liana lidia lidija lieselotte liesl lila lilia lilian liliana
    liliane lillian lilly lily lina linda lindsay lindsey linnea lisa lisette liv livia liz liza
    lizbeth lizzie lois lola lolita lora lorene lorenza loretta lori lorna lorraine lotte lottie
    louisa louise luana lucia lucie lucienne lucille lucinda lucy ludmila ludmilla luisa luise
    luna lydia lyn lynda lyndsay lynette lynn lynne lyra mabel mackenzie madalena maddie
    madeleine madeline madelyn madison mae maeve magali magda magdalena maggie mai maisie malala
    malia malin manal mandi mandy manon manuela mara marcella marcia margaret margarete
    margarita margaux marge margery margie margit margot margret marguerite mari maria mariam
    marian mariana marianne maribel marie mariel marilyn marina marion marisa marisol maristela
    marita marjolein marjorie marla marlena marlene marsha marta martha martina martine mary
    maryam maryann maryanne marylou maryse matilda matilde maud maude maura maureen mavis maxine
    maya mayumi meaghan meena meera megan meghan megumi melania melanie melinda melissa melody
    mercedes mercy meredith merete merle meryl meta mia michaela michal michele michelle michiko
    mieke mildred milena milica milla millicent mimi mina mindy minnie miranda mirela miriam
    miriana mirjam missy mitsuko mitzi moira moire mollie molly mona monica monika monique morag
    morgana muna muriel myra myriam myrtle nabila nadezhda nadia nadine nadja nahla naima nancy
    nanette naomi nasrin nastassja natalia natalie natalya natasa natasha nathalie nawal neha
    nell nellie nelly nerea nessa nettie nia nicola nicole nicoletta nicolette nika nikki nilda
    nilufer nimmi nina noa noelle noemi nola noor nora norah noreen norma nova nuala nur nuria
    octavia octavie odette oksana oleksandra olena olenka olga olive olivia olympia ophelia
    oprah oriana orla ottilie ottoline padma paige paloma pam pamela paola pascale patrice
    patricia patrizia patsy patti patty paula pauletta paulette paulina pauline pearl peggy
    penelope penny perla petra petunia philippa philomena phoebe phyllis piper pippa polly pooja
    poppy portia preeti prisca priscilla priti priya prudence queenie quiana rachael rachel
    rachelle raisa ramona rana rania ranjana raquel rashida reba rebecca rebekah reem regina
    reina rena renata renate renee renske reta rhea rhiannon rhoda rhonda ria ricarda riitta
    rikke rina risa rita riva robbin roberta robyn rochelle roisin rolanda romola romy rona rosa
    rosalba rosalia rosalie rosalind rosalyn rosamund rosanna rosanne rose roseanna roseanne
    roseline roselyn rosemarie rosemary rosetta rosie rowena roxana roxanne roya ruby rukhsana
    rumiko ruta ruth ruthie saba sabeen sabina sabine sabrina sade sadie safiya sakura sally
    salma salome samantha samara samira sana sanaa sandhya sandra sanja sanna saoirse sara sarah
    sari saskia satu savannah scarlett seema selena selene selina senait seraphina serena
    shabnam shae shaheen shaina shakira shanice shannon shanta shari sharmila sharon sharron
    shauna shawna sheena sheila shelley shelly sherri sherry sheryl shira shirley shiva shona
    shreya sibyl sibylle sidonie sienna signe sigrid silke silvana silvia simona simone sinead
    siobhan siri sissel sofia sofie solange soledad solveig sonia sonja sophia sophie soraya
    stacey stacie stacy stefania stefanie steffi stella stephanie stephany sue summer sunita
    sunniva susan susana susann susanna susannah susanne susie suzan suzanne suzette suzie
    svenja svetlana swati sybil sylvia sylvie tabea tabitha tamar tamara tamika tammie tammy
    tamsin tana tania tanya tara tatiana tatjana tatyana tawny teodora teresa tereza terri tess
    tessa tetiana thandi thandiwe thea thelma theodora theresa therese thora tiffany tilda tilly
    timea tina tine toni tonya tori tova tracey tracy tricia trina trish trisha trudy tuuli tyra
    ulla ulrike uma umeko una ursula ute valentina valeria valerie valerija vanda vanessa vanja
    velma venetia vera verity verna veronica vesna vibeke vicki vickie vicky victoria vida
    vigdis vilma viola violet violeta violetta virginia virginie vita viv viveka vivian viviane
    vivien vivienne wafa waltraud wanda wanjiru wendy whitney wiebke wilhelmina wilhelmine willa
    wilma wilna winifred winnie winona xenia xiomara yael yamina yana yara yasmeen yasmin
    yasmine yelena yesenia yevgenia yoko yolanda yolande yuki yuko yulia yuliya yumi yvette
    yvonna yvonne zahra zainab zakia zara zaynab zdenka zelda zena zeynep zhanna zia zita zoe
    zofia zora zoya zsofia zuzana
"""
)

_MEN = listed(
    """
    aaron abbas abdul abdullah abe abel abraham adam adel adolfo adrian ahmad ahmed ahmet aidan
    ajay akbar akira alain alan alastair albert alberto aldo alec alejandro aleksander aleksei
    alessandro alexander alexei alexey alf alfonso alfred alfredo ali alistair allan allen
    alphonse alvaro alvin ambrose amir amit amos anand anatoly anders andre andreas andrei
    andres andrew andrey andriy andrzej andré andy angelo angus ansel ansgar anthony antoine
    anton antonio antony anwar archibald archie ari arjun armand armando arnold artem arthur
    arturo arvid arvind asher ashok asif august augustin augustus avery avi axel aziz babak
    barack baraka barney barry bart bartholomew bashar basil ben benedict benito benjamin benjy
    benny benoit bernard bernardo bernd bernie bert bertrand bilal bill billy bjorn blaine blake
    bo boaz bob bobby bode bogdan boris boyd brad bradley brady brandon branko brendan brendon
    brent bret brett brian brock brody bruce bruno bryan bryce buck buddy burt byron caetano cal
    caleb calvin cam carl carlo carlos carlton carter caspar casper cassius cecil cedric cesar
    chad chaim chandra charles charlie chester chet chidi chinedu chip chris christian christoph
    christophe christopher chuck chukwuma clarence clark claude clay clayton clem clement cletus
    cliff clifford clint clinton clive clyde cody colby colin conor conrad cornelius cory craig
    cristian cristiano curt curtis cyril cyrus dag dale dallas dalton damian damien damon dan
    daniel danilo danny darian darin dario darrell darren darryl daryl dave david davide dean
    declan deepak denis dennis denzel derek desi desmond dick didier diego dieter dimitri dinesh
    dirk dmitri dmitriy dmitry dmytro dominic dominik don donald donnie dorian doug dougal
    douglas dov duane duncan dusan dustin dwayne dwight eamon earl ed eddie edgar edmond edmund
    eduardo edward edwin efrain eivind eldon eli elias elijah elliot elliott elmer elmo elon
    emeka emil emilio emir emmanuel emmett enrico enrique enzo eric erik ernest ernesto ernie
    ernst esteban ethan etienne euan eugene evan everett ewan ezra fabian fabio fadi faisal
    farid farouk fedor felipe felix ferdinand fergus fernando fidel filip finn fletcher florian
    floyd francesco francis francisco franco francois frank frankie franklin franz françois
    fraser fred freddie frederic frederick fredrik friedrich fritz gabor gabriel gaetan galen
    gareth garrett garry garth gary gaston gavin gene geoff geoffrey george georges georgy
    gerald gerard gerardo gerhard german gerry gianni gideon gil gilbert giles gilles gino
    giovanni giuseppe glen glenn godfrey goran gord gordie gordon graeme graham grant greg gregg
    gregor gregory guido guillaume guillermo gunnar gunther gurpreet gus gustav gustavo guy
    hakan hal hamid hamish hamza hank hans harald harish harold harris harry haruki harvey
    hassan heath hector heinrich heinz helmut hendrik henri henrik henry herbert herman hermann
    hernan hideki hiroshi hitoshi homer horace horst howard hubert hugh hugo humphrey hussein
    ian ibrahim idris ignacio ignatius igor ike ilan ilya imran irving isaac isaiah isaias isamu
    isidore ismail ivan ivo ivor jaap jack jackson jacob jacques jagmeet jaime jake jakob jamal
    james jamil jan janos jared jarrod jarvis jason javier jay jayden jed jeff jefferson jeffrey
    jens jerald jeremiah jeremy jermaine jeroen jerome jerry jim jimmy jiri joachim joao joaquin
    joe joel johan johann johannes john johnny jon jonah jonas jonathan jorge joris jose josef
    joseph josh joshua josiah josé jovan juan juergen jules julian julio julius junichi jurgen
    justin kaito kamal kareem karim karl karsten kazuo keenan keir keith kelvin ken kenji
    kenneth kenny kent kevin khaled khalid kieran kirk klaus kofi konrad konstantin kurt kwame
    kyle lachlan lamar lamont lance larry lars laszlo latif laurence laurent lawrence leandro
    leif len lennart leo leon leonard leonardo leonid leopold leopoldo leroy lester lev levi
    levon lewis liam lionel lloyd loic lorenzo lorne lou louis luc luca lucas lucian ludwig
    luigi luis luiz luka lukas luke luther lyle lyndon mads magnus mahmoud maksim malcolm malik
    mamadou manfred manish manuel marat marc marcel marcello marco marcos marcus marek mario
    mark markus marshall martin marty marvin massimo mateo mathias mathieu matias mats matt
    matteo matthew matthias maurice mauricio maurizio max maxim maximilian maynard mehdi mehmet
    melvin mendel michael michel mick mickey miguel mihai mikael mike mikhail mikko milan miles
    milos milton miroslav mitch mitchell mohamed mohammad mohammed mohan moses moshe muhammad
    murray mustafa mykola nabil nate nathan nathaniel navdeep naveen ned neil nelson neville
    niall nicholas nick nicolas nigel nikita nikolai nikolaj nikos nils nino noah noam noel
    norbert norman obi odin olaf olav oleg oleksandr oliver olivier omar omid ondrej oren
    orlando oscar oskar osman oswald otis otto ousmane owen pablo paolo parker pascal patricio
    patrick paul paulo pavel pedro percy perry petar pete peter petr petro phil philip philippe
    phillip pierce pierre piet pieter piotr prakash pranav preston quentin rafael rafi raheem
    rainer raj rajesh ralph ramesh rami ramiro ramon randall randolph randy raphael rashid raul
    ravi ray raymond reginald regis reinhard reinhold rex reza rhys ricardo richard rick ricky
    rico rishi rob robert roberto rocco rod roderick rodney rodrigo roger rohan roland rolf
    romain roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rufus rupert ruslan
    russ russell ryan sabir sachin saeed salman salvador salvatore samir sammy samuel sandeep
    sanjay sanjeev santiago sasha saul scott scottie scotty sean sebastian selim serge sergei
    sergey sergio serhiy seth shamus shane shaun shawn sheldon shinzo shlomo sid sidney
    siegfried silas simeon simon slava slobodan solomon soren spencer stan stanley stavros
    stefan stephane stephen sterling steve steven stewart stig stuart sukhdev sumit sunil svein
    sven syed sylvester tadeusz takeshi tapan taras tarek tariq ted terence terrance terrence
    theo theodore thibault thierry thomas tim timothy tobias todd tom tomas tommy tony tor
    torsten travis trent trevor tristan troy tucker tyler tyrone ugo ulf ulrich umberto uri
    vaclav vadim valentin vance vasily vaughn venkat vernon victor viggo vijay vikram viktor
    vince vincent vincenzo virgil vishal vitali vitaly vito vivek vlad vladimir volodymyr wade
    waleed wallace walt walter ward warren wasim wayne wendell werner wesley wilbur wilf wilfred
    wilfrid wilhelm will willard willem william willie willis wilson wim winfield winston
    wojciech wolfgang wyatt xavier yaakov yannick yaroslav yosef yoshi yuri yusuf yuval yves
    zachariah zachary zachery zack zbigniew zdenek zoltan
"""
)

FIRST_NAMES: dict[str, Gender] = {
    **dict.fromkeys(_MEN, "m"),
    **dict.fromkeys(_WOMEN, "f"),
}
for _both in set(_WOMEN) & set(_MEN):
    del FIRST_NAMES[_both]

# first names that belong to either, so that they still mark a person
EITHER = word_set("""
    alex ali andy ariel blair brook cameron casey chris dana dominique drew frankie gale hunter
    jamie jan jean jesse jo jordan jude kelly kerry kim kit kris lee leslie lesley marion morgan
    nat nicky pat quinn reese riley robin rowan sacha sam sandy sasha sidney stevie terry tracy
    val
""")
GIVEN_NAMES = frozenset(FIRST_NAMES.keys() | EITHER)

# short form → long form, to see that two full names are one person first names that are as often a
# place, a word or a surname: two capitals that start with one are no sure person
DOUBTFUL = word_set("""
    alba alexandria america asia austin aurora brock brooke buck carolina carter chad charity
    charlotte chelsea chester chip christian clay colby cole crystal dale dallas dalton dawn
    denver eden faith florence francisco georgia grace harmony heath holly honor hope iris
    israel ivy jade jordan joy june lincoln logan london lourdes madison mark may mercy mercedes
    milan nova olive orlando page paige paris parker pierce poppy river rose ross san santa
    santiago savannah sienna sterling summer sydney valencia valentine victoria virginia wade
    ward warren washington wayne will
""")

NICKNAMES: dict[str, str] = {
    pair.partition("=")[0]: pair.partition("=")[2]
    for pair in listed(
        """
    al=albert alex=alexander andy=andrew ben=benjamin bernie=bernard beth=elizabeth bill=william
    billy=william bob=robert bobby=robert charlie=charles chris=christopher chuck=charles
    dan=daniel danny=daniel dave=david debbie=deborah dick=richard don=donald doug=douglas
    ed=edward fred=frederick greg=gregory hank=henry jeff=jeffrey jen=jennifer jim=james
    jimmy=james joe=joseph jon=jonathan kate=katherine kathy=katherine ken=kenneth
    larry=lawrence liz=elizabeth matt=matthew mike=michael nick=nicholas pam=pamela pat=patrick
    pete=peter phil=philip ray=raymond rich=richard rick=richard rob=robert ron=ronald
    sam=samuel steve=steven sue=susan ted=theodore tim=timothy tom=thomas tony=anthony
    vince=vincent will=william
"""
    )
}
