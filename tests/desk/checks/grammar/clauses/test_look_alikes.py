"""Words that look like the one meant are found where the sentence leaves them no place, and in peace elsewhere."""

from desk.checks.grammar.clauses.look_alikes import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("Both of the roads where closed on Friday.", "where", "were"),
    ("It is fair on any site were they keep boats.", "were", "where"),
    ("The repairs will take longer then the board has promised.", "then", "than"),
    ("They have more boats then they need.", "then", "than"),
    ("She than asked the captain to turn back.", "than", "then"),
    ("His mother than asked him to stay.", "than", "then"),
    ("The storm has lead to a rise in prices.", "lead", "led"),
    ("A group of sailors was lead by a captain from Hallow.", "lead", "led"),
    ("The tax will be dear, and its affects will be felt for years.", "affects", "effects"),
    ("Nobody knows what affect the law will have.", "affect", "effect"),
    ("They sailed to the islands were they live.", "were", "where"),
    ("The drug had severe affects on the crew.", "affects", "effects"),
    ("Their planning to move the office to Hallow.", "Their", "They’re"),
    ("You can stay at home if your not well.", "your", "you’re"),
    ("A passport is needed unless your staying longer than a month.", "your", "you’re"),
    ("From what they heard, if its heated from below, it breaks.", "its", "it’s"),
    ("Its not fair that the captain has to go.", "Its", "It’s"),
    ("The town passed it’s strict law on boats in May.", "it’s", "its"),
    ("The new ship differs from it’s sisters in size.", "it’s", "its"),
    ("The club said on Friday that it’s chairwoman would resign.", "it’s", "its"),
    ("It’s captain will speak on Monday.", "It’s", "Its"),
    ("The firm hopes it’s president will resign in May.", "it’s", "its"),
]
PEACE = """
The roads where snow fell were closed, and the boats where possible stayed in the harbour.
They went to a town where the boats were sold, and to places where for years nobody had lived.
Where closed roads are marked, drivers turn back.
The quay, were they to build it, would be long.
General Than Orwe said the boats left. Mr Than told the board that he knew.
Were they late? We know boats were, and so were they.
It was easier then, and he was younger then.
He was no longer then the mayor of the town.
They sailed north and then the storm came.
She was better by then, and the others left later then.
By now the boats were older, then the harbour closed.
She is older than her sister, and earns more than she needs.
He was other than asked for, and more came than were asked.
The crew as old as the boat, than which none was older, left.
He has lead pipes in his house and the town had lead in its water.
The team took a lead by two goals, and the boats lead by five miles.
Holm and Reyes lead the crew, and the road may lead to the sea.
How the storm affects the town is not known, and it affects on average two boats.
The cold affects us all, and he spoke with little affect in his voice.
If your boat sinks, swim, and if your new boat leaks, call us.
If your training permits it, come along.
Their going to sea was a surprise, and your planning to leave has upset them.
Their planning of the harbour was slow.
Unless their lawyers agree, the sale is off.
Because their best captain left, they lost.
Your not going has upset them.
If your driving licence is lost, and unless their staying power grows, walk.
Where its owner lives is not known.
I know it’s home to many, and they found it’s hard work.
They said it’s time for a rest, and think it’s murder.
Out of it’s what they are.
Whether your own or theirs, the boats are welcome.
“It’s a pity,” she said of it.
They made it’s and its look alike.
If your or their boats leak, tell us.
“If your lost dog comes home,” she said.
Because its current captain is ill, the boat stays.
The odds were he would lose.
The chances were she would be late.
What the risks were he did not explain.
Who the men were he would not say.
Whatever the reasons were they did not help.
He was the younger brother of then President Barack Obama.
She was a better friend of then Mayor Ken Livingstone.
She served more under then Governor Jerry Brown.
If your ageing, frail mother falls, call us.
If your struggling, debt-laden firm fails, ask for help.
Because its growing, ageing population needs care, the town pays.
If its aged, leaking pipes burst, the town floods.
Add the chopped onions where indicated.
Use local suppliers where feasible.
Wear masks where advised.
Older homes have lead to deal with in their pipes.
The pipes had lead the inspectors missed.
She asked what affect young people most.
The affects of patients were noted.
The affects of the patient were noted.
She said the odds were he would lose.
She would help the town were they asked to.
In the streets where only weeks ago crowds danced, nobody speaks.
The party cut the home lead by Holm's last goal.
The claim that it’s theft will be heard in court.
The claim it’s theft will be heard in court.
To say it’s theft would be wrong.
To say that it’s theft would be wrong.
Saying it’s theft would be wrong, she said.
Pretending it’s business will not help the town.
Why it’s news will be seen on Friday.
What it’s worth could change by May.
Whether it’s rain or snow will be known at noon.
Those who say it’s theft will be sued.
He who says it’s murder must prove it.
If it’s rain, the boats will stay.
If it’s cancer will they tell him?
When it’s winter will the ferry run?
It’s time will tell that story.
It’s something dad would have loved.
It’s music people would dance to.
It’s work nobody will do.
It’s good people will see it.
It’s likely voters will stay away.
It’s a place people would visit.
It’s fun and it will last.
It’s news that will please the town.
They say it’s news that will please the town.
She knew it’s work, and would not stay.
The board says it’s business, and will not talk.
He thinks it’s luck that could not last.
I think it’s winter that will decide it.
The idea that it’s gold would please nobody.
The idea it’s gold would please nobody.
The fact that it’s winter may explain it.
The thought it’s cancer can keep people away.
Nobody said it’s art.
They told her it’s art, and that it would be sold.
She said it’s fish they would sell.
He said it’s bread the town would need.
It’s bread the town will need.
It’s water they could not find.
It’s coffee that will be dear.
Knowing it’s murder would change the trial.
Proving it’s murder will take a year.
That it’s murder will surprise nobody.
That it’s theft could be shown.
The man that says it’s theft will be sued.
People that think it’s theft may be right.
Hoping it’s rain would be silly.
How it’s news can be asked.
Where it’s farmland will be drawn on a map.
Once it’s law will they obey it?
Until it’s law will they wait?
Though it’s law could not be proved.
The board said it’s ready and will open.
The town believes it’s safe and could stay.
She said it’s tomorrow they would sail.
It’s people like them who will pay.
It’s children who would suffer.
They say it’s children who would suffer.
He said it’s Friday or never.
It’s gold would-be buyers want.
To think it’s art may be kind.
Believing it’s art can help.
A sign that it’s spring will be welcome.
A sign it’s spring would be welcome.
Proof that it’s fraud must be found.
Proof it’s fraud could be found.
News that it’s war may come today.
Fear that it’s war will grow.
Fear it’s war will grow.
Talk that it’s war can hurt trade.
The odds it’s rain may be small.
Evidence it’s arson could take weeks.
Doubts it’s arson will remain.
The view that it’s art should be heard.
The belief that it’s magic must be rare.
Their view it’s magic must be rare.
Asking if it’s art will not help.
Asking whether it’s art would not help.
Anyone saying it’s art may be wrong.
The one saying it’s art might be wrong.
A town that feels it’s home will grow.
Because it’s winter will be long, they left.
As it’s winter, boats will stay.
So it’s winter, and boats will stay.
And it’s winter, so boats will stay.
It’s winter. Boats will stay.
It’s winter: boats will stay.
It’s winter, boats may stay, and ferries will not.
It’s soup, will you eat it?
She says it’s soup. Will you eat?
It’s safe and will stay so.
It’s home to boats that will be sold.
It’s home and will be sold.
They say it’s home and will not leave.
He felt it’s work and must be done.
It’s not news and would not be read.
It’s still news and will be read.
It’s all they could say.
It’s everything one could want.
It’s one could say a pity.
It’s what people would say.
It’s who will win that counts.
It’s as fate would have it.
The court said it’s arson and would hear the case.
The report that it’s arson would be read.
The rumour it’s arson would be read.
To claim it’s arson might cost him.
To pretend it’s art must cost him.
He said it’s beer can chicken for dinner on Sunday.
He said it’s navy might that counts at sea.
The farmer said it’s milk must be sold by Friday.
The chef says it’s butter can make or break a cake.
They say it’s money can buy anything.
The scientist said it’s plankton could save the sea.
She thinks it’s coffee will keep her awake.
He said it’s oil must have been spilled in the night.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_a_word_that_cannot_stand_there_is_found_with_the_one_meant(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, (meant,))


@rows(("text", "quote", "meant"), FOUND)
def test_what_was_mended_is_left_in_peace(clauses, text, quote, meant):
    mended = text.replace(f" {quote} ", f" {meant} ") if quote.islower() else text.replace(quote, meant, 1)
    assert list(slips_of(mended, clauses)) == []


@rows("text", PEACE)
def test_right_sentences_are_left_in_peace(clauses, text):
    assert [slip for slip in slips_of(text, clauses) if slip.rule == RULE] == []
