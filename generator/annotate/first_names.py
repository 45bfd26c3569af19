"""First names that say he or she, written by hand from common knowledge; names of both are left out. Data only."""

from __future__ import annotations

from generator.annotate.listed import listed
from generator.annotate.titles import Gender

_WOMEN = listed(
    """
abigail ada adele adriana agnes aisha alana alejandra alexandra alexandria alice alicia alina alison allison alma
alyssa amanda amber amelia amina amy ana anastasia andrea angela angelina angie anita ann anna annabelle anne
anneliese annette annie antonia anya april ariana arlene ashley astrid audrey aurora ava ayesha barbara beatrice becky
belinda bella bernadette bernice bertha beth bethany betsy betty beverley beverly bianca blanche bonnie brenda brianna
bridget brigitte britney brittany camilla camille candace carina carla carly carmen carol carole carolina caroline
carolyn carrie cassandra catarina catherine cathy cecilia celeste celia celine charlene charlotte chelsea cheryl
chiara chloe christa christina christine chrystia cindy claire clara clarissa claudette claudia clementine colleen
condoleezza connie constance consuelo cora corinne courtney crystal cynthia daisy daniela danielle daphne dawn deanna
debbie deborah debra deirdre delia delores denise diana diane dianne dolores donna dora doreen doris dorothy edith
edna eileen elaine eleanor eleanore elena elisa elisabeth elise eliza elizabeth ella ellen eloise elsa elsie elvira
emilia emily emma erica erika erin erna esther ethel eugenia eunice eva evangeline eve evelyn faith farah fatima faye
felicia fernanda fiona flora florence frances francesca freda frida frieda gabriela gabriele gabrielle gail genevieve
georgia georgina geraldine gertrude gillian gina ginny giorgia gisela giulia gladys glenda gloria grace greta gretchen
guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen helena helene helga henrietta hilary hilda hillary
holly hope huma ida ilse imogen ina ines inga ingrid irene irina iris irma isabel isabella isabelle ivana ivanka ivy
jackie jacqueline jane janet janette janice janine jasmine jean jeanette jeanne jemima jenna jennifer jenny jess
jessica jill jo joan joanna joanne jocelyn jodi jodie jody johanna josephine josie joy joyce juanita judith judy julia
juliana julianne julie juliet juliette june justine kaitlyn karen karin karina kate katharina katharine katherine
kathleen kathryn kathy katia katie katrina katy katya kayla keira kellyanne kendra khadija kirsten kirsty kristen
kristin kristina kyla lana lara larissa latoya laura lauren laurie lea leah leila lena leona leonora leticia lidia
lila lilian liliana lillian lily linda lindsay lindsey lisa liz liza lizzie lois lola loretta lori lorna lorraine
louisa louise lucia lucille lucinda lucy luisa lydia lynda lynette lynn lynne mabel mackenzie madeleine madeline
madison magdalena maggie malala malia mandy manuela mara marcia margaret margarita margot maria mariam marianne marie
mariel marilyn marina marion marisa marjorie marlene marsha marta martha martina mary maryam matilda maude maureen
mavis maxine maya meaghan meera megan meghan melania melanie melinda melissa mercedes meredith mia michaela michele
michelle mildred millicent mimi mina mindy miranda miriam mitzi moira mollie molly mona monica monique muriel myra
myrtle nabila nadia nadine nancy naomi natalia natalie natasha nathalie nellie nettie nicola nicole nikki nina noelle
nora noreen norma nuria octavia odette olga olive olivia olympia oprah ottilie paige pam pamela patrice patricia patsy
patty paula paulette pauline pearl peggy penelope penny petra philippa phoebe phyllis pippa polly portia prisca
priscilla priti priya rachel rachelle ramona raquel rebecca regina rena renata renee rhoda rhonda rita roberta
rochelle rona rosa rosalie rosalind rosanna rose roseanne rosemarie rosemary rosie roxanne ruby ruth sabine sabrina
sadie sally salma samantha sandra sara sarah saskia savannah scarlett selena selina serena shakira shannon sharon
sheila shelley shelly sheryl shirley sibyl sienna sigrid silvia simone siobhan sofia sonia sonja sophia sophie stacey
stacy stefanie stella stephanie sue summer susan susana susanna susanne susie suzanne svetlana sybil sylvia tabitha
tamara tammy tania tanya tara tatiana tatyana teresa tess tessa thea thelma theresa therese tiffany tina toni tracey
tracy tricia trisha trudy ulla ulrike una ursula valentina valeria valerie vanessa vera verna veronica vicki vickie
vicky victoria viola violet virginia vivian viviane vivien wanda wendy whitney wilhelmina willa wilma winifred winnie
xenia yasmin yolanda yulia yvette yvonne zainab zara zelda zoe zoya zuzana
"""
)

_MEN = listed(
    """
aaron abdul abdullah abe abel abraham adam adolfo adrian ahmad ahmed alan alastair albert alberto aldo alec alejandro
aleksander aleksei alessandro alexander alexei alexey alf alfonso alfred alfredo ali alistair allan allen alphonse
alvin ambrose amir amit amos anand anatoly anders andre andreas andrei andres andrew andrey andriy andrzej andré andy
angelo angus ansel anthony antoine anton antonio antony archie arjun armand armando arnold arthur arturo arvid asif
august augustin augustus axel barack barney barry bart bartholomew basil ben benedict benjamin benny bernard bernardo
bernd bernie bert bertrand bill billy bjorn bob bobby boris boyd brad bradley brendan brent bret brett brian bruce
bruno bryan bryce byron caleb calvin carl carlo carlos carlton cecil cedric cesar chad charles charlie chester chris
christian christoph christophe christopher chuck clarence clark claude clayton clement cliff clifford clint clinton
clive clyde colin conor conrad cornelius craig curt curtis cyril cyrus dale damian damien dan daniel danny dario
darrell darren darryl daryl dave david dean declan denis dennis derek desmond dick diego dieter dimitri dirk dmitri
dmitriy dmitry dominic dominik don donald donnie doug douglas duncan dustin dwayne dwight earl ed eddie edgar edmond
edmund eduardo edward edwin eli elias elijah elliot elliott elmer elon emil emilio emmanuel enrico enrique eric erik
ernest ernesto ernie ernst ethan eugene evan everett ezra fabian fabio faisal felix ferdinand fernando finn fletcher
floyd francesco francis francisco franco francois frank frankie franklin franz françois fred freddie frederic
frederick friedrich fritz gabriel gareth garrett garry gary gaston gavin gene geoff geoffrey george georges georgy
gerald gerard gerhard gerry gideon gilbert giles gino giovanni giuseppe glen glenn godfrey gordon graeme graham grant
greg gregg gregor gregory guido guillaume guillermo gunther gus gustav gustavo guy hamid hamish hank hans harald
harold harris harry harvey hassan hector heinrich heinz helmut hendrik henri henrik henry herbert herman hermann
hernan hiroshi homer horace horst howard hubert hugh hugo humphrey hussein ian ibrahim ignacio igor ilya imran irving
isaac isaiah isidore ismail ivan ivor jack jackson jacob jacques jaime jakob jamal james jan jared jarrod jason javier
jay jed jeff jefferson jeffrey jerald jeremiah jeremy jermaine jerome jerry jim jimmy joachim joaquin joe joel johan
johann johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua josé juan jules julian julio
julius jurgen justin kamal kareem karl karsten keir keith ken kenneth kenny kent kevin khalid kirk klaus konrad
konstantin kurt kyle lance larry lars laurence laurent lawrence leif len leo leon leonard leonardo leonid leopold
leroy lester lev levi lewis liam lionel lloyd lorenzo lou louis luc luca lucas ludwig luigi luis luiz lukas luke
luther lyle magnus mahmoud malcolm manfred manuel marc marcel marcello marco marcos marcus mario mark markus marshall
martin marty marvin mateo mathias mathieu matias matt matteo matthew matthias maurice mauricio max maxim maximilian
melvin michael michel miguel mikael mike mikhail milan miles milos milton mitch mitchell mohamed mohammad mohammed
moses muhammad mustafa nate nathan nathaniel ned neil nelson neville niall nicholas nick nicolas nigel nikolai nils
noah noel norbert norman olaf oleg oleksandr oliver olivier omar oren orlando oscar osman oswald otto owen pablo paolo
pascal patrick paul paulo pavel pedro percy perry pete peter petr petro phil philip philippe phillip pierre pieter
piotr preston quentin rafael rainer raj rajesh ralph ramon randall randy raphael rashid raul ravi ray raymond reginald
reinhard reinhold rex ricardo richard rick ricky rob robert roberto rod roderick rodney rodrigo roger roland rolf
roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rufus rupert russ russell ryan salman salvador
salvatore samir samuel sanjay santiago saul scott scottie sean sebastian serge sergei sergey sergio seth shane shaun
shawn sheldon sidney siegfried silas simon solomon spencer stan stanley stefan stephane stephen steve steven stewart
stuart sunil sven sylvester tariq ted terence terrence theo theodore thomas tim timothy tobias todd tom tomas tommy
tony travis trent trevor tristan troy tucker tyler tyrone ulrich umberto vaclav valentin vance vasily vernon victor
vijay viktor vince vincent vincenzo virgil vitali vitaly vito vlad vladimir volodymyr wade wallace walt walter ward
warren wayne werner wesley wilbur wilfred wilhelm will willard willem william willie wilson winston wolfgang wyatt
xavier yannick yuri yusuf yves zachary zachery zack
"""
)

FIRST_NAMES: dict[str, Gender] = {
    **dict.fromkeys(_MEN, "m"),
    **dict.fromkeys(_WOMEN, "f"),
}
for _both in set(_WOMEN) & set(_MEN):
    del FIRST_NAMES[_both]

# first names that belong to either, so that they still mark a person
EITHER = frozenset(
    listed(
        """
    alex ali andy ariel blair brook cameron casey chris dana dominique drew frankie gale hunter jamie jan jean
    jesse jo jordan jude kelly kerry kim kit kris lee leslie lesley marion morgan nat nicky pat quinn reese
    riley robin rowan sacha sam sandy sasha sidney stevie terry tracy val
    """
    )
)

# short form → long form, to see that two full names are one person
NICKNAMES: dict[str, str] = {
    pair.partition("=")[0]: pair.partition("=")[2]
    for pair in listed(
        """
        al=albert alex=alexander andy=andrew ben=benjamin bernie=bernard beth=elizabeth bill=william
        billy=william bob=robert bobby=robert charlie=charles chris=christopher chuck=charles dan=daniel
        danny=daniel dave=david debbie=deborah dick=richard don=donald doug=douglas ed=edward fred=frederick
        greg=gregory hank=henry jeff=jeffrey jen=jennifer jim=james jimmy=james joe=joseph jon=jonathan
        kate=katherine kathy=katherine ken=kenneth larry=lawrence liz=elizabeth matt=matthew mike=michael
        nick=nicholas pam=pamela pat=patrick pete=peter phil=philip ray=raymond rich=richard rick=richard
        rob=robert ron=ronald sam=samuel steve=steven sue=susan ted=theodore tim=timothy tom=thomas
        tony=anthony vince=vincent will=william
        """
    )
}
