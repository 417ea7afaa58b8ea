"""Figures that stand beside what they are made of: parts, changes, spans and results, wrong and right."""

from datetime import date

from desk.checks.check import Severity
from tests.rows import rows

TODAY = date(2026, 3, 6)


@rows(
    ("text", "rule", "quote", "first"),
    [
        ("Revenue rose from $2 million to $3 million, an increase of 40 percent.", "percent-change", "40", "50"),
        (
            "The seven-member council approved the plan on Tuesday; four voted for it and two against.",
            "vote",
            "seven",
            "six",
        ),
        (
            "The seven-member council approved the plan on Tuesday. Four voted for it and two against.",
            "vote",
            "seven",
            "six",
        ),
        ("The seven-member council split: four members voted for it and two voted against it.", "vote", "seven", "six"),
        ("The five-member board voted four in favor and two against.", "vote", "five", "six"),
        ("Of the 40 pupils, 25 passed and 14 failed.", "sum", "40", "39"),
        ("Of the 40 pupils who sat the exam, 25 passed and 14 did not.", "sum", "40", "39"),
        ("Of the school’s 40 pupils, 25 passed and 14 failed.", "sum", "40", "39"),
        ("Forty pupils sat the exam: 25 passed and 14 failed.", "sum", "Forty", "Thirty-nine"),
        ("Forty pupils sat the exam, of whom 25 passed and 14 failed.", "sum", "Forty", "Thirty-nine"),
        ("Of the 12 members, seven came by train and the other four walked.", "sum", "12", "11"),
        ("Of the 12 members, three came by train, two by bus and the other six walked.", "sum", "12", "11"),
        ("The crew pulled out 14 people, of whom nine survived and four died.", "sum", "14", "13"),
        ("Of its 18 libraries, 11 are open and eight are closed.", "sum", "18", "19"),
        ("Of the 21 applications, 15 were approved and five rejected.", "sum", "21", "20"),
        ("The number of cases halved from 80 to 30.", "multiple", "halved", "more than halved"),
        ("Of the 90 schools, 60 were open and 25 were closed.", "sum", "90", "85"),
        ("Of the 100 senators, 52 voted for and 49 against.", "sum", "100", "101"),
        ("Membership doubled from 4 to 9.", "multiple", "doubled", "more than doubled"),
        ("Rent has nearly doubled from $800 to $1,700 in six years.", "multiple", "doubled", "$1,600"),
        ("Output tripled in a decade from 20 tons to 45 tons.", "multiple", "tripled", "60"),
        ("Membership was up 12 to 30 from 20.", "percent-change", "12", "10"),
        ("Turnout fell 12 points to 40 percent from 54 percent.", "percent-change", "12", "14"),
        ("The price rose from $80 to $30 a ton.", "direction", "rose", "$30 to $80"),
        ("Attendance fell from 2,400 to 2,800 a day.", "direction", "fell", "2,800 to 2,400"),
        ("She was born in 1950 and will be 86 in 2026.", "birth-year", "86", "76"),
        ("Born in Leeds in 1931, she died in 2010 at the age of 89.", "birth-year", "89", "79"),
        ("Aldane, who was born on March 3, 1941, died in May 2001, aged 70.", "birth-year", "70", "60"),
        ("He led the union from 1990 to 2004, 12 years in which it grew.", "span", "12", "14"),
        ("He led the union for 12 years, from 1990 to 2004.", "span", "12", "14"),
        ("Her 12-year reign from 1990 to 2004 was quiet.", "span", "12", "14"),
        ("He was mayor from 1990 to 2004, 12 years in all.", "span", "12", "14"),
        ("Ana Lind (1931–2010) died aged 69 in Leeds.", "birth-year", "69", "79"),
        ("The 14-hour strike from 06:00 to 18:00 is over.", "span", "14", "12"),
        ("Aldane beat Brookton 1-3 on Saturday.", "score", "1-3", "3-1"),
        ("Aldane beat Brookton 7-14 Saturday.", "score", "7-14", "14-7"),
        ("The two-hour hearing, from 9 a.m. to noon, was public.", "span", "two", "three"),
        ("The hearing lasted two hours, from 9 a.m. to 12:30 p.m.", "span", "two", ""),
        ("The four-hour meeting ran from 6 to 9 p.m.", "span", "four", "three"),
        ("More than 20 countries – 1 in Europe and 18 in Asia – took part.", "sum", "20", ""),
    ],
)
def test_what_its_own_figures_speak_against_is_told(told, text, rule, quote, first):
    (finding,) = told(text, TODAY)
    assert (finding.rule, finding.quote) == (f"figures.{rule}", quote)
    assert finding.evidence
    assert first == (finding.remedies[0].edits[0].text if finding.remedies else "")


RIGHT = """
The seven-member council approved the plan on Tuesday; four voted for it and three against.
The seven-member council approved the plan; four voted for it and two against, with one abstention.
The seven-member council approved the plan. Four voted for it and two against; Mayor Ana Lind abstained.
The seven-member council approved the plan. Four voted for it and two against. Tom Hale was absent.
The seven-member council, with one seat vacant, approved the plan; four voted for it and two against.
The seven-member council met on Tuesday. Two residents spoke for the plan and four against.
The nine-member board voted 6-2 to sell the hall.
The nine-member board heard three speakers for the plan and two against it, and then voted to sell.
The five-member panel split: three members voted for it and two against.
The 12-member jury voted 10 to two to acquit.
The seven-member band has played 40 shows for the fund and 12 against the clock.
The nine-member court ruled that six of the laws were void and two valid.
The 11-member team scored four goals for its fans and let in three.
Of the 40 pupils, 25 passed and 15 failed.
Of the 40 pupils who sat the exam, 25 passed and 15 did not.
Of the 40 pupils, 25 passed French and 30 passed German.
Of the 40 pupils, 25 passed and 10 failed, and the rest were ill.
Of the 40 pupils, 25 passed, 10 failed and five were ill.
Of the 40 pupils, 25 passed at once and 14 failed at first but passed later.
Of the 40 pupils, 25 passed and six failed both papers; the others failed one.
Of the 40 pupils, about 25 passed and 14 failed.
Of about 40 pupils, 25 passed and 14 failed.
Of the nearly 40 pupils, 25 passed and 14 failed.
Of the 40 pupils, more than 20 passed and 14 failed.
Of the 40 pupils, 25 passed and at least 12 failed.
Of the 40 pupils, 25 passed with honours, and 14 failed to attend the ceremony.
Of the 40 pupils, 25 percent passed and 14 failed.
Of the 40 pupils aged 14 to 16, 25 passed.
Of the 40 who were asked, 25 agreed, 10 disagreed and five were undecided.
Of those 40, 25 won medals.
Forty pupils sat the exam: 25 passed and 15 failed.
Forty pupils sat the exam, of whom 25 passed and 15 failed.
Forty pupils sat the exam, of whom 25 passed and eight failed badly; seven left early.
The crew pulled out 14 people, of whom nine survived and five died.
The crew pulled out 14 people, of whom nine survived. Four dogs died.
The crew pulled out 14 people; two dogs survived and three died.
Of its 18 libraries, 11 are open and seven are closed.
Of its 18 libraries, 11 are open every day and six are closed on Mondays.
Of the 21 applications, 15 were approved and six rejected.
Of the 21 applications, 15 were approved, five rejected and one withdrawn.
Of the 21 applications, 15 were approved in May and nine were rejected in June after an appeal.
Of the 12 members, seven came by train and the other five walked.
Of the 12 members, three came by train, two by bus and the other seven walked.
Of the 12 members, three came early, and the other two speakers came late.
Of the three boats, two sank and the other one, a 40-foot yacht, was towed home.
Two of the 12 members came by train; the other 10 walked.
He bought three of the five houses in 2019 and the other two in 2021.
Of the 30 fires, 12 were set and the other 18, police said, were not.
Of the 500 jobs, 300 will go this year and the remaining 200 next year.
Of the 500 jobs, 300 will go this year, 100 next year and the remaining 100 by 2030.
Of the 50 seats, the party holds 26 and the other 20 belong to its rivals, with four vacant.
She won 12 of the 20 races and lost eight.
The club played 21 games, of which it won 12 and lost nine.
The club played 21 games, of which it won 12, lost five and drew four.
The club won 12 and lost five of its 21 games.
Of its 21 games, it won 12 and lost five.
Of its 21 games, 12 were won, five lost and four drawn.
Of 300 residents, 200 signed and 100 did not.
Of the 300 residents, 200 signed the first letter and 120 did not sign the second.
Of the 16 defendants, nine were convicted and seven acquitted.
Of the 16 defendants, nine were convicted of fraud and eight cleared of theft.
Of the 16 defendants, nine were convicted and five acquitted; two await trial.
Of 200 tests, 12 were positive and 188 negative.
There were 12 people, nine men and three women, on the boat.
The panel has 12 people, five men and six women, plus a chair.
More than 20 countries – 3 in Europe and 18 in Asia – took part.
More than 20 countries – 12 in Europe and 18 in Asia – took part.
Over 10 boats (seven from the town and four from elsewhere) came.
The number of cases halved from 80 to 40.
The number of cases halved from 80 to 42.
The number of cases more than halved, from 80 to 30.
The number of cases nearly halved, from 80 to 45.
The number of cases almost halved from 80 to 43 in May.
Membership doubled from 4 to 8.
Membership more than doubled from 4 to 9.
Membership nearly doubled from 400 to 760.
Membership about doubled, from 400 to 900.
Membership at least doubled, from 400 to 880.
Membership doubled to 800 from 400.
Membership doubled to 812 people from 400 a year before.
Profit doubled to $2 million from $1.1 million.
Rent has doubled from $800 to $1,640 in six years.
The share doubled from 3% to 7%.
The share tripled from 2 percent to 5 percent.
Sales tripled from $1.1 million to $3.2 million.
The fare doubled on the routes from 4 to 9 miles long.
The team doubled its lead from 2 to 4.
They doubled back from 5th Street to 9th Street.
Doubles from 10 to 12 are free.
The work doubled in 2020, and the team grew from 4 to 10.
The fee will double from 2026 to 2030.
The budget doubled from 2019 to 2024.
The price rose from $30 to $80 a ton.
The price fell from $80 to $30 a ton.
The team rose from eighth to third.
The team climbed from 80th to 30th in the world.
The singer rose from No. 80 to No. 30.
He fell from 20 to 30 feet.
It dropped from 30 to 40 feet above the deck.
The rate rose from 4 to 5 percent.
The rate rose from 0.5 to 4 percent.
Costs rose from $3 to $5 million.
Losses fell from $5 million to $3 million.
The loss grew from $300 to $400 a share.
The ranking rose from 40 to 12.
The age fell from 65 to 60.
The age at which it is paid rose from 60 to 65.
Temperatures fell from 12 to minus 5 degrees.
Traffic rose from 8 to 6 on weekdays.
The number rose from 2019 to 2021.
The count fell from 1,990 in 2010 to 1,500 in 2020.
The count rose from 1990 to 2500.
Sales rose from May to June by $40 to $900.
It went up from 9 a.m. to 5 p.m.
Bus lines 30 to 40 run up from 60 stops to 20 streets.
The stock was up 12 to 32 from 20.
Membership was up 10 to 30 from 20.
Turnout fell 14 points to 40 percent from 54 percent.
Revenue rose 20 percent to $1.2 million from $1 million.
Revenue rose 15 percent to $1.2 million from $1 million.
Sales grew $4 million to $15 million from $11 million.
The index rose 0.5 percent to 1,005.2 from 1,000.
The price rose by 10 cents to $3.60 from $3.50.
Shares fell 3 percent to $97 from Monday.
Shares fell 3 percent to $97 from $100.
He rose at 5 to run 10 miles to work from 6.
She was born in 1950 and will be 76 in 2026.
She was born in 1950 and will be 75 in January 2026.
Born in Leeds in 1931, she died in 2010 at the age of 79.
Born in Leeds in 1931, she died in 2010 at the age of 78.
Aldane, who was born on March 3, 1941, died in May 2001, aged 60.
Born in 1931, she married in 1950 and had a son who died in 2010 at 49.
His father was born in 1901; he died in 1999 at 70.
The house was built in 1950 and its owner, born there, was 86 in 2026.
Born in 1950, she will be one of 86 in 2026.
Her mother, born in 1930, died in 1990 and was 60.
He was born in 1950 on a farm at 12 Mill Road and died in 2010.
Ana Lind (1931-2010), who died aged 79, built the mill.
He led the union from 1990 to 2004, 14 years in which it grew.
He led the union for 14 years, from 1990 to 2004.
He led the union for nearly 15 years, from 1990 to 2004.
He led the union for 12 years from 1990.
He led the union from 1990 to 2004, 12 years after his father.
He led the union from 1990 to 2004, 12 years ago.
Her 14-year reign from 1990 to 2004 was quiet.
Her five-year plan covers schools from 1990 to 2004.
The 10-year study looked at children born from 1990 to 1995.
The six-year term is from 2020 to 2026.
She held two five-year terms from 1990 to 2000.
The 12-year-old ran from 1990 to 2004 Mill Road.
Between 2000 and 2010, two years were dry.
For six years, from 2010 to 2016, it stood empty.
Aldane beat Brookton 3-1 on Saturday.
Aldane beat Brookton 4-6, 6-3, 6-2 in the final.
Aldane beat Brookton 6-7 (5-7), 7-6, 6-4.
Kerry beat Mayo 1-15 to 2-9.
Aldane lost to Brookton 1-3 on Saturday.
The council defeated the plan 3-5.
The motion was defeated 3-5.
Aldane beat Brookton, 2-1 down at the break, by 4-2.
Aldane beat Brookton in the 1-3 seed match.
Aldane beat Brookton 3-3 on penalties.
Aldane, beaten 1-3 on Saturday, beat Brookton.
The two-hour hearing, from 9 a.m. to 11 a.m., was public.
The two-hour hearing, from 10 a.m. to noon, was public.
The two-hour tours, from 9 a.m. to 5 p.m., are free.
The two-hour workshop runs from 9 a.m. to 1 p.m. on three days.
The hearing lasted about two hours, from 9 a.m. to 11:30 a.m.
The hearing lasted two hours, from 9 a.m. to 11:15 a.m.
The 12-hour strike, from midnight to noon, was called off.
The four-hour meeting ran from 6 to 10 p.m.
The eight-hour shift from 10 p.m. to 6 a.m. is the worst.
The three-and-a-half-hour show, from 7 to 10:30 p.m., was sold out.
The two-hour film was on from 9 to 12 September.
The one-hour service from 12 to 1 p.m. was full.
Revenue rose from $2 million to $3 million, an increase of 50 percent.
Revenue rose from $2 million to $3 million, an increase of about 40 percent.
Revenue rose from $2.1 million to $2.9 million, an increase of 38 percent.
Revenue rose from $2 million to $3 million, an increase of 45 percent.
The number of visas rose by 424% from 2020 to 2022.
Crime fell 12 percent from 2019 to 2023.
He walked five of the 12 miles and ran the other seven.
Two thirds of the 12 passed and four failed.
Ten people died: six drowned and four froze.
Ten people signed up; six came and two sent word.
The three counties reported 12 deaths: eight survived an earlier fire and two died in it.
The rate more than doubled, from 4% to 7%.
Revenue rose 15 percent to $1.2 million from $1 million.
Sales grew $3 million to $15 million from $11 million.
He played for the county from 1998 to 2010, six years as captain.
He was in prison from 1990 to 2004, 10 years in solitary confinement.
She led the union from 1990 to 2004, two years longer than her predecessor.
She lived in Kenya for three years between 1998 and 2005.
He served a 10-year sentence from 2001 to 2008 and was paroled.
He sat on the council for five years, from 1990 to 1992 and again from 1998 to 2001.
During the First World War (1914–1918), Private Tom Reid was aged 19.
During the Boer War (1899–1902), Private Tom Reid died aged 19.
During the Spanish Civil War (1936-1939), Tom Reid was at 22 a courier.
Born in 1931, she died in 2004 at 3:15 p.m.
Born in 1931, he died in 2000 at 24 Sussex Drive.
Life expectancy for men born in 1950 was 66 in 1990.
He was born in 1960 and his rate was 12 in 1990.
The 14-hour strike from 06:00 to 20:00 is over.
The 16-hour strike from 04:00 to 20:00 is over.
The 13-hour debate from 09:00 to 22:00 was dull.
A 30-hour closure from 6 a.m. to noon the next day is planned.
He gave a two-hour workshop between 2 p.m. and 5 p.m.
Born in Leeds in 1931, she worked with Tom Hale, who died in 2010 at the age of 50.
Aldane was born in 1931, and Hale died in 2010 at the age of 50.
Born about 1931, she died in 2010 at the age of 82.
She was born to a couple who met in 1950, and died in 2010 at the age of 55.
Born in 1931, he died in 2010 at 10 in the morning.
Born in 1931, she died in 2010 at 79.
Born in 1931, he was 12 in 1943 and 14 when the war ended.
Born in 1931, she came 12th and her team was 14 in 1950.
Pope John Paul II (1978–2005), who died aged 84, was a Pole.
President Hugo Chávez (1999-2013) died aged 58.
Queen Victoria (1837–1901) died aged 81.
Ana Lind (1931–2010) died aged 78 in Leeds.
He was banned for four years, from 2010 to 2012 on appeal, before a pardon.
Her 20-year career in football from 1990 to 1995 was at Leeds.
His 20-year career was broken off from 1990 to 1995 by illness.
The 99-year lease from 1898 to 1950 was cut short.
She served a six-year term from 2018 to 2021, when she resigned.
He was chairman from 1990 to 2004, three years with Ana Lind.
He was mayor from 1990 to 2004 – two years as a widower.
He was jailed for 12 years from 1990 to 1998 with remission.
She was a judge for 14 years, from 1990 to 2004.
He worked there for nine years: from 1990 to 1995 and from 2000 to 2004.
The 24-hour strike from 6 a.m. to 6 a.m. hit all lines.
The 12-hour shift from 7 to 7 is long.
The 36-hour closure from 6 p.m. to 6 a.m. on Sunday begins.
The march lasted four hours, from noon to 4 p.m.
Police searched for two hours, from 11 p.m. to 1 a.m.
The one-hour concert from 7 to 8 p.m. is free.
An eight-hour shift from 22:00 to 06:00 pays more.
The jury talked for two hours and 20 minutes, from 9 a.m. to 11:20 a.m.
She was jailed for six years in 2004 and freed in 2008.
Born in 1931, she worked for Tom Hale until he died in 2010 at the age of 50.
Born in 1960, she met Tom Hale, and he was 12 in 1990.
Born in 1960, she saw the club win in 1990, when her son was 12.
He was born in 1960 on a street where the rent was 12 in 1990.
The rupee fell from 74 to 82 against the dollar.
The naira dropped from 460 to 750 per dollar.
The yen slid from 110 to 150 to the dollar.
The lira plunged from 8 to 27 a dollar.
The shilling fell from 110 to 145 a dollar.
Petrol is down from 20 to 30 cents a litre on last year.
House prices are down from 5% to 10% across the district.
She moved up from 38 to 22 on the Forbes list.
His handicap dropped from 20 to 24.
The company has doubled services from 7 to 9 a.m.
The club doubled its classes for children from 5 to 12.
The bank halved its fees on loans from $500 to $5,000.
The court tripled fines for drivers at speeds from 30 to 50 mph.
The airline tripled flights from 2 to 4 July.
England slumped from 112 for two to 145 all out.
Kent fell from 88 to 131 for nine before rain came.
The visitors slid from 201 for three to 234 all out on a dry pitch.
Hale moved up from 60th to 22nd on the final day.
Hale climbed from 60 to 22 on the leaderboard.
The striker’s ratio rose from 120 to 96 minutes a goal.
Aldane rose from 14 to three in the table.
Her time fell from 2:05 to 1:58.
The franc fell from 9,800 to 11,200 to the euro.
The rial fell from 42,000 to 600,000 against the dollar.
The dong slid from 23,000 to 24,500 a dollar in a year.
The rupiah weakened and fell from 14,200 to 15,600 per U.S. dollar.
Shares fell from $4 to $6 below their peak.
Oil fell from $82 a barrel to $74.
Yields fell from 4.6 percent to 4.2 percent.
The premium rose from $300 to $420 a year.
Shares rose 3 percent to $97 from $94.20.
Profit more than doubled to $4.4 million from $2 million.
Profit doubled to $2 million on sales that were up from $30 million to $40 million.
Patrols have doubled from 6 to 9 on Fridays.
Trains doubled from 7 to 9 each morning.
The fine doubled from 30 to 50 mph zones.
Visits doubled from 2 to 4 May.
Output tripled over the decade from 20 tons to 61 tons.
Rates doubled for homes from $200,000 to $300,000.
The city tripled its grants for shops from 10 to 20 square meters.
Bookings doubled in the week from 10 to 16 August.
Fees have halved for pupils from 11 to 18.
The seats doubled in number from 40 to 80.
Deaths halved from 80 to 39.
The town’s buses doubled from 4 to 8, one for each school.
The 90-minute hearing, from 9 a.m. to noon with breaks, was dull.
Of the 650 members of parliament, 330 voted for and 290 against.
Of the 100 senators, 52 voted for and 44 against.
Of the 500 asked, 240 agreed and 190 disagreed. The others had no view.
Of the 40 people on board, 25 survived and 10 died. Five are in the hospital.
The Senate defeated the Keane Amendment 44-56.
The council defeated Measure B 2-7.
The Lions were defeated Saturday 14-21.
The Jays were edged Monday 2-3.
Nadal lost heart after Federer beat Rafael Nadal 6-7 in the first set.
Carlton beat Geelong 10-12 (72) to 9-10 (64).
Kerry beat Mayo 0-15 to 1-11 in Tralee.
Dublin beat Cork 0-15, 0-14 on a wet day.
Lind beat Osei 19-21, 21-15, 21-12.
Lind beat Osei 6-7, then took the next two sets.
The Tigers beat the 2-3 Lions in overtime.
Aldane beat the Rest of the World 12-14 July in Leeds.
The Lions were beaten 14-21 by Brookton.
The Pirates were routed Friday 2-11.
The bill’s backers were edged Thursday 14-15.
The Commons defeated the Hale Motion 20-31.
Voters in Kent County defeated Question 4 by 31-69.
The Jays, thrashed Sunday 0-9, trail the Sox.
Hale beat Lind 3 and 2 on the back nine.
Of the 120 jurors called, 40 agreed to serve and 60 declined.
Of the 12 jurors, nine voted to convict and three to acquit.
Of the nine justices, five agreed and three dissented.
Of the 435 representatives, 220 voted yes and 205 no.
Of the 1,000 adults polled, 510 said yes and 430 said no.
Of the 40 boats, 30 were open and 10 were closed.
Of the 16 defendants, nine were convicted and five acquitted. Two await trial.
Of the 50 samples, 12 tested positive and 36 tested negative. Two were spoiled.
Of the 80 shops, 60 were open and 15 were closed. The rest are for let.
The nine-member board split: five for it and four against it.
Of the 30 hostages, 20 survived and eight died. The fate of two is not known.
Of the 18 schools, 12 passed and four failed. The others were not inspected.
Aldane beat Brookton 14-7 Saturday.
Lind beat Osei 6-7, 7-6, 7-5 to reach the last four.
In the doubles, Lind and Osei beat Hale and Reid 4-6; 6-4; 10-8.
The Wolves were defeated Sunday 1-2 at home.
Having been beaten 1-3 in May, Aldane beat Brookton 2-0 on Saturday.
The board defeated Initiative 12 by 3-6.
The committee defeated the Osei Bill 4-7 after an hour.
The Bulls beat Chicago State 88-70 in overtime.
Of the 12 boats, eight were red and six were new.
"""


@rows("text", RIGHT.strip().splitlines())
def test_figures_that_fit_or_that_another_thing_explains_are_left_in_peace(told, text):
    assert not told(text, TODAY)


@rows(
    "text",
    [
        "The seven-member council approved the plan. Four voted for it and two against.",
        "Revenue rose from $2 million to $3 million, an increase of 40 percent.",
        "Of the 40 pupils, 25 passed and 14 failed.",
        "Attendance fell from 2,400 to 2,800 a day.",
        "Aldane beat Brookton 0-1 away on Tuesday.",
    ],
)
def test_what_may_have_its_reason_is_a_hint(told, text):
    (finding,) = told(text)
    assert finding.severity is Severity.HINT
