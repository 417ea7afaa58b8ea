"""What goes with what: adverbs, “this” and “these”, numbers in compounds, owners of several letters."""

from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    (
        "The council met on Monday, and it’s chairwoman, Marian Okafor, said the hall would be sold.",
        "LOOK_ALIKE",
        "it’s",
        "its",
    ),
    ("The league is broke, and it’s chief executive, Tom Hale, has resigned.", "LOOK_ALIKE", "it’s", "its"),
    ("These house was sold in May.", "DEMONSTRATIVE", "These", "This"),
    ("Those report was lost on the way.", "DEMONSTRATIVE", "Those", "That"),
    ("He said these old bridge is safe.", "DEMONSTRATIVE", "these", "this"),
    ("She said this new rules would help the town.", "DEMONSTRATIVE", "this", "these"),
    ("They wrote this long letters in May.", "DEMONSTRATIVE", "this", "these"),
    ("The driver of the bus drove careful through the town.", "ADVERB", "careful", "carefully"),
    ("The council quick rejected the plan.", "ADVERB", "quick", "quickly"),
    ("The mayor spoke quiet to the crowd.", "ADVERB", "quiet", "quietly"),
    ("The team played bad in the second half.", "ADVERB", "bad", "badly"),
    ("Prices rose rapid in the spring.", "ADVERB", "rapid", "rapidly"),
    ("The plan was unanimous approved by the council.", "ADVERB", "unanimous", "unanimously"),
    ("The house was bad damaged in the fire.", "ADVERB", "bad", "badly"),
    ("Rents have risen sharp and moved gradual to the north.", "ADVERB", "gradual", "gradually"),
    ("The court formal ended the case.", "ADVERB", "formal", "formally"),
    ("The bridge was temporary closed on Monday.", "ADVERB", "temporary", "temporarily"),
    ("Police spoke of a man who were seen near the bank.", "SUBJECT_VERB", "were", "was"),
    ("The friend of a man who were seen near the bank has left.", "SUBJECT_VERB", "were", "was"),
    ("The three bedroom house was sold in May.", "NUMBER_COMPOUND", "three bedroom", "three-bedroom"),
    ("The nine member council voted to sell the hall.", "NUMBER_COMPOUND", "nine member", "nine-member"),
    ("A 12 page report was lost.", "NUMBER_COMPOUND", "12 page", "12-page"),
    ("Many MP’s were not told of the plan.", "OWNER", "MP’s", "MPs"),
    ("All the CEO’s who spoke at the meeting left early.", "OWNER", "CEO’s", "CEOs"),
    ("A family owned business was shut in May.", "COMPOUND", "family owned", "family-owned"),
    ("She works for a state run broadcaster.", "COMPOUND", "state run", "state-run"),
    ("They fired a rocket powered descent stage.", "COMPOUND", "rocket powered", "rocket-powered"),
    ("It is a medium sized town on the coast.", "COMPOUND", "medium sized", "medium-sized"),
    ("An odd looking boat came in.", "COMPOUND", "odd looking", "odd-looking"),
    ("They planned a stress free day for the crew.", "COMPOUND", "stress free", "stress-free"),
    ("There are few kid friendly shows in town.", "COMPOUND", "kid friendly", "kid-friendly"),
    ("Police seek a middle aged man.", "COMPOUND", "middle aged", "middle-aged"),
    ("The port hired Spanish speaking staff for the desk.", "COMPOUND", "Spanish speaking", "Spanish-speaking"),
    ("They want open minded people on the board.", "COMPOUND", "open minded", "open-minded"),
    ("Write a two paragraph review of the book.", "NUMBER_COMPOUND", "two paragraph", "two-paragraph"),
    ("She is a three term mayor of the town.", "NUMBER_COMPOUND", "three term", "three-term"),
]
PEACE = """
She drove a careful course through the town.
He is careful with the boats.
The mayor stayed quiet through the meeting.
The crowd fell quiet as the mayor spoke.
The quiet spoke for itself.
The house looked bad in the photos.
The soup tasted bad to the judges.
Things got bad in the spring.
The rapid rose in the spring.
A rapid, unanimous vote ended the meeting.
The plan was unanimous.
The vote was unanimous, with two members away.
The damage was bad, given the storm.
The work is complete compared with last year.
The cut was severe given the low costs.
The result is different from the last one.
His serious injuries kept him out.
The serious injured were flown out first.
The most serious injured his leg.
The fall was sudden, and it hurt.
The change was gradual and welcome.
She died sudden deaths on stage.
They voted the brief out.
Sales were slow, then rapid in the spring.
The team played a bad game.
He played bad cops for years.
A swift rose from the roof.
Those at work moved heavy stones.
They moved heavy machines in May.
The public works formal gardens.
The workers moved quick-setting cement.
He spoke precise English.
She spoke perfect German to the guests.
The firm developed efficient engines.
They argued consistent cases.
The play was as bad played as read.
They work temporary jobs in town.
The nurse, serious as ever, said no.
The boats improved constant repairs.
Prices were constant compared with May.
This house was sold in May.
These houses were sold in May.
That report was lost on the way.
Those reports were lost.
These are the rules.
Those who know is a small group.
These days the house is cold.
These work well.
These cost too much.
Those present were told to leave.
Those dead were named on Monday.
Those responsible were held.
Those young and old were there.
These last was not what he meant.
This is new.
This new rule would help the town.
These new rules would help the town.
This new series would help the town.
This old crossroads is closed.
This latest news was bad.
This past two years have been hard.
This small boats club is old.
This new homes plan was dropped.
This year’s new rules would help.
Because of this small boats stay in the harbour.
With this new boats can be built.
Given this many boats stayed away.
This means new rules.
This morning sees new rules.
Like this, old houses look new.
To do this large firms need staff.
This old sailor sells nets.
This first matters most.
This red tape costs us time.
This old physics was wrong.
The nine-member council voted to sell the hall.
The council has nine member states.
The nine member states voted.
Page 9 member lists are long.
The club has two party rooms.
The two party leaders met.
The two countries agreed on three part payments.
The five nation states signed.
The three room mates left.
They sold the three car parks in May.
They closed two car factories.
He ran in two match days.
The two candidate countries met.
The four game keepers left.
Its three passenger ferries were sold.
The two vote counters left.
The two goal keepers left.
The six part owners met.
All three page numbers were wrong.
It’s chairwoman or nothing for Marian Okafor.
It’s chief executive Tom Hale who said it.
Who says it’s captain Tom Hale decides?
It’s President Lind, said the guard.
It’s director, writer and star: Ana Lind.
She said it’s manager Tom Hale she trusts.
The NPC’s size is a worry.
The MP’s were the last words heard.
The BBC’s are better than the rest.
The CEO’s that bad.
The CEO’s who we need.
All of the PM’s men left.
The UN’s have-nots met.
Police spoke of a man who was seen near the bank.
Police spoke of men who were seen near the bank.
She is one of a group of a kind who were seen there.
He spoke of half of a crowd who were there.
A number of a kind that were sold are back.
The families of a crew who were lost met.
Two of a family that were lost are back.
He dreamt of a world that were free.
Most of a team who were hurt are well.
The sons of a man who were seen near the bank have left.
The photo of a couple who were seen near the bank was sold.
The work of a committee that were appointed is done.
The mean of the eight readings is 12.
The mean for the year is nine.
She had no mean talent.
They mean to sell the hall.
The mean of existing values was used.
The principals of acting schools met.
A family-owned business shut in May.
A family owned land there for a century.
The family owned boats in three towns.
The state funded schools in the north.
A government issued by decree is weak.
A city run by its mayor is rare.
The council backed plans for a pier.
The council led talks with the port.
A council backed by voters met.
The wind powered mills for a century.
Steam powered trains until 1950.
A battery powered by the sun is on sale.
The gas fired the boilers.
The good sized it up.
The town is medium sized.
It is small, and sized for two.
He was looking good.
They were tired looking for boats.
She was forward looking and kind.
He is good looking.
The children are stress free.
Debt free, the club can build.
The car free for the day was red.
She rode in the car free of charge.
They hoped to keep traffic free in the town.
They set the dog free and left.
They want to set the pet free this week.
The town is family friendly.
The club friendly match was lost.
The middle aged well.
He is middle aged and kind.
She was Spanish, speaking to fans.
He heard the Russian speaking on the radio.
He took an English speaking test.
She teaches English speaking skills.
The Welsh speaking today is old.
The man is open minded.
The boy is red haired.
The large eyed the small.
They are even tempered people, the guide says.
A nine-hole course is shut.
A two percent rise is small.
A nine o’clock start is early.
A 20 million dollar ship was sold.
A two thirds majority is needed.
A five and a half hour trip is long.
A 7 a.m. start is early.
He is a 10 out of 10 player.
It is a 50 per cent rise.
A three quarter share was sold.
On a 10 plus scale it is nine.
He won by a 12 to nine vote.
She shops at a 99 Ranch market in the town.
She filled a 15 ml tube with it.
A 911 emergency call was made.
A 737 passenger jet landed.
They met a 12 noon deadline.
She found a 20 pence coin.
A 404 error page was shown.
She has a 203 area code.
The reply was prompt, as expected.
A 14 year old was charged.
It made a 90 deg turn to the north.
They develop effective, low-cost vaccines.
The labs develop accurate, cheap tests.
They train permanent, full-time staff.
They play aggressive, attacking football.
Doctors treated serious, life-threatening wounds.
Paramedics treated serious to critical injuries.
The choir sang beautiful, sad songs.
Something unexpected stopped the game.
Nothing serious hit the region.
Keeping the streets quiet took a great effort.
Keeping prices reasonable helped the shop survive.
A plan to make the lanes permanent split the council.
Calling the talks successful angered the union.
A 999 call handler took the call.
She rang a 911 call center on Monday.
The firm sold a 737 passenger jet to the airline.
The link led to a 404 error page on Monday.
He came under a 457 visa scheme in May.
He hit a 3 wood shot to the green.
She has a 650 credit score and no debts.
It came after a council issued guidance saying schools must close.
Shops shut when a state issued guidance last week.
The shop has new tempered glass doors.
They fitted clear tempered glass panels.
Large tempered glass panels fell.
Her Spanish speaking tour begins in May.
Her English speaking event drew a crowd.
This new sports and leisure centre will open in May.
This annual arts and crafts fair draws thousands.
This new goods and services tax will hit the poor.
This new drugs and alcohol policy is harsh.
This old gasworks was demolished in May.
This disused steelworks will become a park.
This new links will host the Open.
On this local leaders in the town agree.
They walked heavy, wet miles to the camp.
She played violent, lonely women for years.
The clubs play regular, competitive fixtures.
He drives heavy lorries for a living.
The force trains effective, armed officers.
The drug works best in severe, sudden attacks.
The firm develops automatic, self-driving buses.
The school trains prompt, polite waiters.
They work temporary, badly paid jobs.
Anything heavy broke the floor.
Nobody serious backed the plan.
Everything temporary looked the same.
What they found unexpected pleased the jury.
She left the house quiet and alone.
Getting the floor smooth took the men a week.
Making the vote unanimous pleased the chair.
Having the room quiet helped the pupils.
A bid to keep the peace permanent drew the ministers back.
He said he found the tone harsh and the cuts severe.
The decision to call the fire accidental angered the family.
Anyone violent lost the right to vote.
Work to make the site proper cost the town a fortune.
The man considered violent left the court.
Attempts to keep the talks brief pleased the unions.
It was proper cooked food, he said.
The wound was serious, inflicted with a knife.
The brief was signed by both sides.
The heavy was paid in cash.
The vote was automatic, taken under the old rules.
The previous was sold for a song.
The mood was quiet, shared by all.
The plan looked successful until May.
The rise was slight in June.
The town was quiet on Monday.
All stayed peaceful on the march.
He died previous to the trial.
Prices rose, brief as it was.
The men acted violent characters.
These sheep was a phrase he used.
These deer graze by the road.
These aircraft are old.
Those fish were caught in May.
These staff were told on Monday.
These police are armed.
These people work hard.
These few were saved.
Those two was all he said.
Those in need was the theme of the night.
These young cattle are sold in May.
Those elderly in care are at risk.
This Olympic games will be remembered.
This latest rail works will last a week.
This famous golf links is by the sea.
This small islands group is in the north.
This new customs union would help the port.
This last few weeks have been hard.
This old communications tower is listed.
This green belts and all is what he wants.
This local arts festival ends in May.
This summer crops failed.
By this small boats were meant.
After this new talks began in May.
Before this poor families paid nothing.
Without this local shops will close.
Despite this old habits die hard.
Under this new schools would open.
Because this affects older drivers they want it changed.
This hit small firms hard.
This cost local councils dear.
This left young families in tents.
It’s chairwoman Marian Okafor who runs the club.
It’s chief executive pay that angers them.
Now it’s captain against captain.
It’s coach, not captain, who picks the side.
Police spoke of a man and a woman who were seen near the bank.
Police spoke of a man, his wife and a boy who were hurt.
She told of a man whose sons were lost at sea.
It is a story of a man who, were he alive, would laugh.
He is one of the crew of a ship who were saved.
Three of the staff of a school who were hurt are well.
The parents of a boy who were told of the crash have left.
The names of a man and of a boy that were found are known.
Residents of a town who were told to leave are back.
Members of a team that were banned can play again.
A couple of a kind who were never apart died on Monday.
The owners of a dog that were fined have sold it.
A 4 iron shot went wide.
A 24 hour clock hung in the hall.
A 7 series car was stolen.
A 101 course list is on the wall.
A 90210 zip code helps.
A 49 bus driver was hurt.
A 10 downing street aide spoke.
A 66 highway sign was sold.
The one day match was short.
The two year olds ran.
It came where a city run by crooks met its end.
He says that a council led talks on the road.
Before a government backed reform the unions met.
Since a state funded research the lab grew.
Because a family owned land there the road bent.
If a community owned power stations it would pay less.
In some a council issued advice.
The paper that a council issued last week is wrong.
A deal which a government backed last week is off.
Her French speaking engagement was cancelled.
The mean for working women is nine.
The staff worked quiet shifts in May.
The crew changed heavy for light gear.
The board rejected quick and dirty plans.
He drives slow and steady on ice.
She worked part time in a bad area.
Unions protested harsh in name only cuts.
It moved from quick to slow.
He spoke brief and clear words.
The firm trains temporary and permanent staff.
The talks were brief, attended by two men.
The street was quiet, shut to cars.
It is thorough, based on facts.
The cover was temporary, made of cloth.
The plan was proper and was passed.
The town grew quiet, lost in snow.
The court found the search proper and the arrest lawful.
With the road quiet the crew left the site.
A harbour quiet drew the tourists.
The evening quiet broke the spell.
Those less severe hit the town in May.
With its engine quiet the boat left the quay.
His manner brief, he gave the order.
These offspring are rare.
Those crew members left.
These media are new.
These data are old.
Those personnel are away.
These cod are small.
These youth are angry.
These two was a mistake, he said.
These being the rules, nobody left.
Those whose house was lost met in May.
These and that was all.
These, the house was told, are lies.
This Saturday boats will race.
This past few months have been hard.
This next two weeks are key.
This vital systems check was done.
This former barracks is for sale.
This small headquarters was sold.
This rare species will be saved.
This long series was won.
This and other boats are old.
This we know, boats will sink.
This in turn hurts small shops.
This helps poor families with costs.
This gave new teachers to the school.
This made many boats unsafe.
This will help new owners.
This so worried local owners that they left.
This time small boats won.
This week new rules will start.
This spring new boats will come.
This morning two men were held.
This far small boats have led.
It’s captain Tom Hale, said the coach.
It’s vice chairwoman Lind who will speak.
Now it’s director or nothing, he said.
And it’s president that he wants to be.
It’s manager who said that, not the owner.
The coach said it’s captain Hale who decides.
It’s founder month at the club.
It’s chief whip time, the paper said.
Police spoke of a man and his sons who were hurt.
Police spoke of a group of men who were hurt.
She told of a family who were hurt in the crash.
She thought of a couple who were lost at sea.
It reminds him of a team who were champions.
He wrote of a band that were huge in Japan.
The son of a pair who were held has left.
The boss of a firm who were fined has left.
The mother of a boy and a girl who were lost spoke.
The head of a school where boys were hurt left.
The coach of a side who were beaten is angry.
The end of a staff who were loyal came in May.
The owner of a shop that police said were told to shut has left.
The life of a people who were lost is told.
The fate of a crowd who were there is known.
She developed severe to moderate pain.
She was quick witted in reply.
""".strip().split("\n")


@rows(("text", "rule", "quote", "meant"), FOUND)
def test_what_does_not_go_with_its_neighbours_is_found(clauses, text, rule, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (f"COPYDESK_{rule}", quote, (meant,))
    assert list(slips_of(text[: slip.start] + meant + text[slip.end :], clauses)) == []
    assert (slip.kind == "typographical") == rule.endswith("COMPOUND")  # houses differ, so it is worth a look


@rows("text", PEACE)
def test_right_sentences_are_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
