"""Verbs in a form that the word before them does not take are found, with the right form; right ones are in peace."""

from desk.checks.grammar.clauses.slips import slips_of
from desk.checks.grammar.clauses.verb_groups import RULE
from tests.rows import rows

FOUND = [
    ("The board needs to passes a budget before the spring.", "passes", "pass"),
    ("A third storm could hurting the harvest on the coast.", "hurting", "hurt"),
    ("The ferries will continue to supporting the islands.", "supporting", "support"),
    ("Holm wanted to finishing the bridge before the winter.", "finishing", "finish"),
    ("The council would welcomes a second ferry to the islands.", "welcomes", "welcome"),
    ("The mayor did not responded to a letter from the port.", "responded", "respond"),
    ("The harbour has went to rack and ruin since the fire.", "went", "gone"),
    ("Two of the lifeboats have not spoke to the shore since Monday.", "spoke", "spoken"),
    ("The trial is oversaw by a board of four doctors.", "oversaw", "overseen"),
    ("More work needs to be did on the northern pier.", "did", "done"),
    ("Places in the race were decide by a draw on Thursday.", "decide", "decided"),
    ("The old pier, which was publish in a list of sights, is shut.", "publish", "published"),
    ("Both of the ferries were rescue from a storm on Friday.", "rescue", "rescued"),
    ("Nobody was able to secures funds for the bridge.", "secures", "secure"),
    ("The cabinet decided to extended the ban on boats by a week.", "extended", "extend"),
    ("It is a kind of ant that can forms colonies of thousands.", "forms", "form"),
    ("The new plant is expect to process milk from forty farms.", "expect", "expected"),
    ("The police have urge people in the town to be careful.", "urge", "urged"),
    ("The minister was speak at the harbour on Saturday.", "speak", "speaking"),
    ("The men were talk to the harbour board.", "talk", "talking"),
    ("She was hold his hand on the pier.", "hold", "holding"),
    ("The boat was find by a child on the quay.", "find", "found"),
    ("The vote was lose by one on Monday.", "lose", "lost"),
    ("The house was build in the old town by two brothers.", "build", "built"),
    ("The plan was take up by the mayor.", "take", "taken"),
]
PEACE = """
The play was broadcast live on Saturday.
Of the crew, two were rescue officials, the board said.
The council responded to calls for a second ferry with a plan of its own.
She is used to working nights, and looks forward to seeing the harbour again.
They admitted to having sold the boat, and are committed to rebuilding the pier.
The bridge will need to be closed, and the town may succeed in that without a vote.
The ferry did not need a pilot, and it does not bring in money.
What the council cannot do is conclude its work without a map.
All they could do was watch the boat sink.
The gap between those who own a boat and those who don't has only grown.
What the mayor did then was to cut the tax on boats.
Get used to hearing the name of the new ferry.
Paying as early as you can means a lower price in the harbour.
The ferry holds the key to safely repairing the pier.
There is not just smoke here, there are flames.
In May ignited petrol burned two sheds to the ground.
The shop has saw blades and rose bushes for sale.
She was found asleep in the shed, and is welcome to stay.
The town is close to the sea, the pool is free to use and the boats are open to all.
The mayor has said that she will, and that the pier has become a danger.
He would swing at people who came near, and might need help.
They agreed to reduced fares, and the firm moved to planned sites on the coast.
They have support from both sides, control of the port and access to water.
Then the mayor had promise, and the town had hope and trust in her.
She was captain of the side, and it is cause for concern.
The food was process cheese, and the men are part owners.
He is used to shops, and the boats went to goods yards.
They had change for a pound, need of rest and charge of the boats.
The plane had fuel for an hour, and the bank has demand for loans.
The firm was broke before the war, and its owner was lost at sea.
“I should have went home before the storm,” she said.
The team has run, swum and ridden, and has come first in each.
His only hope was release from prison.
What he wanted was release.
Their fate was exile or death.
The state has claim to the land.
We had call after call.
Their main fear is attack by drones.
The lines are lead lines for the men.
These are stand alone shops.
The trick is keep calm.
The days were make or break.
The first sign was damage to the wall.
The next step is return to work.
The city is host to the games.
How well could soldiers function in a storm?
Nobody knew where would sailors find a bed for the night.
Could soldiers harm the pier?
The navy's military might was on show in the bay.
The country's economic might was tested in the war.
China's growing might worries its neighbours.
The firm's financial might keeps rivals away.
Its industrial might has faded since the mines closed.
The party's electoral might is no longer what it was.
American might alone was not enough to win.
The army's might is feared by all of its neighbours.
Naval might was what the king wanted most.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_a_verb_in_the_wrong_form_is_found_with_the_right_one(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, (meant,))


@rows(("text", "quote", "meant"), FOUND)
def test_the_right_form_is_left_in_peace(clauses, text, quote, meant):
    assert list(slips_of(text.replace(quote, meant), clauses)) == []


@rows("text", PEACE)
def test_forms_that_stand_right_are_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []


def test_where_two_forms_are_as_likely_both_are_offered_and_named(clauses):
    (slip,) = slips_of("The men were drive to the station by the guards.", clauses)
    assert slip.suggestions == ("driving", "driven")
    assert slip.message == "Behind “were” the verb is “driving” or “driven”."
