"""Accents, hyphens, spaces, apostrophes and capitals; initialisms and acronyms; places with two names."""

from tests.rows import rows


@rows(
    ("text", "found"),
    [
        ("Fiona MacDowell won. MacDowell left. Macdowell came back.", ("Macdowell", "MacDowell")),
        ("José Peñarrubia won. Peñarrubia left. Penarrubia came.", ("Penarrubia", "Peñarrubia")),
        ("Ana Pardo-Lima won. Mrs. Pardo-Lima left. Mrs. Pardo Lima came.", ("Pardo Lima", "Pardo-Lima")),
        ("Jim DeWitte won. DeWitte left, and De Witte came.", ("De Witte", "DeWitte")),
        ("They left Hong Kong at noon. Hongkong’s port was shut, as Hong Kong feared.", ("Hongkong", "Hong Kong")),
        ("Ali Al Sabban won. Al Sabban left. Al-Sabban came.", ("Al-Sabban", "Al Sabban")),
        ("They met in Port Elvin. Then Port Elvin slept, and Port-Elvin woke.", ("Port-Elvin", "Port Elvin")),
        ("Sean O’Dalaigh won. O’Dalaigh left. ODalaigh came.", ("ODalaigh", "O’Dalaigh")),
    ],
)
def test_the_same_letters_in_another_writing_are_found(pairs, text, found):
    keep = found[1].replace("’", "'")
    assert [(quote, form.replace("’", "'")) for quote, form in pairs(text)] == [(found[0], keep)]


@rows(
    ("text", "found"),
    [
        (
            "The Mill Street mill is shut. A fire began in the mill, and Mill street was closed.",
            ("Mill street", "Mill Street"),
        ),
        ("They drained the Cold Marshes once. Frogs left the Cold marshes in June.", ("Cold marshes", "Cold Marshes")),
        (
            "He was jailed at Ellery Crown Court. The jury at Ellery Crown court was out.",
            ("Crown court", "Crown Court"),
        ),
        ("Martin Pellow was jailed. One of Pellows clients wept.", ("Pellows", "Pellow's")),
        ("Lucia Silva sang, and Marta, Lucias aunt, danced.", ("Lucias", "Lucia's")),
        ("“We are glad,” Martin Pellow said, and Pellows wife left.", ("Pellows", "Pellow’s")),
    ],
)
def test_a_lost_capital_and_a_lost_apostrophe_are_found(pairs, text, found):
    assert pairs(text) == [found]


def test_combining_accents_and_ready_made_ones_are_the_same(names):
    assert names("José Peñarrubia won. Pen\u0303arrubia left.") == []


def test_curly_and_straight_apostrophes_are_the_same(names):
    assert names("Sean O’Dalaigh won. O'Dalaigh left.") == []


@rows(
    "text",
    [
        "MACDOWELL WINS SEAT AFTER LONG NIGHT\n\nFiona MacDowell won. MacDowell left.",
        "They read about Weight Loss in the Weight-Loss Guide.",
        "The New York-based firm left New York.",
        "Félix Baumgarten sang. Felix Rodenwald danced.",
        "See Harbourtimes.com for more, said the Harbour Times.",
        "El-Ghalib spoke. The crowd cheered el-Ghalib.",
        "Leicester City won again. The fans of Leicester City sang in Leicester city centre all night.",
        "The Chicago Police have said so. The Chicago police were asked.",
        "The Labour Party met on Monday. A Labour party of that size is rare.",
        "Amy Hill sang on the hill. Later the Amy hill walkers met her.",
        "They met in Mill Street last week. The mill street was long.",
        "Martin Pellow left early. The Pellows spoke, two Pellows wept, and Pellows live there.",
        "William Morrison founded Morrisons supermarket chain in 1899. Morrisons stores are in every town.",
        "Harry Selfridge hired staff. Selfridges shoppers came, and Selfridges clients sang.",
        "Ewan Tesk sold Tesks customers to a rival. The rival shut Tesks within a year.",
        "Anna Pellow opened Pellows restaurant. Tom Harker runs Harkers bakery.",
        "Joe King reigned. Kings friends are few.",
        "The speech brought Glenn close to tears. He lives in Glenn Close with Ann.",
        "He lives in Grant Square. The rules let Grant square his debts.",
        "The Catholic Church said so. He drove past the Catholic church on Elm Street, and the Catholic Church spoke.",
        "The Methodist Church met. Nine met in the Methodist church near the quay.",
        "The French Parliament voted. A row broke out in the French parliament.",
        "The Central Bank met. Guests of the Central bank left.",
        "The boats left Aldane Bay. The Aldane bay leaf is sold dried, and the Ellery bridge club left Ellery Bridge.",
        "The Ellery Hospital burned. Ellery hospital bosses keep the Ellery library card at the Ellery Library.",
        "Robert Hale won by far. Roberts wife was somebody else.",
    ],
)
def test_house_style_and_two_people_are_left_in_peace(names, text):
    assert names(text) == []


@rows(
    ("text", "found"),
    [
        ("The U.N. met. The U.N. chief left, and the UN agreed.", ("UN", "U.N.")),
        ("The UN met. The UN chief left, and the U.N. agreed.", ("U.N.", "UN")),
        ("The U.S. met the US. Then the U.S. left.", ("US", "U.S.")),
        ("Workers of HARPA met. HARPA voted, and HRAPA left.", ("HRAPA", "HARPA")),
        ("Aid from UNHCR came. The chief of UNCHR left.", ("UNCHR", "UNHCR")),
        ("The International Monetary Fund (IFM) agreed.", ("IFM", "IMF")),
        ("The Office of Tidal Harbour Works (OTHWA) sued. The OTWHA won.", ("OTWHA", "OTHWA")),
        ("The World Health Organization (WHI) met.", ("WHI", "WHO")),
        ("Department Harbour Works (DHM) met.", ("DHM", "DHW")),
        ("Office Tidal Power Schemes (OTSP) met.", ("OTSP", "OTPS")),
        ("Staff of HARPA met. HARPA voted.\n\nHRAPA will move.", ("HRAPA", "HARPA")),
    ],
)
def test_initialisms_and_acronyms(pairs, text, found):
    assert pairs(text) == [found]


@rows(
    "text",
    [
        "Both NATO and NASA sent people; the WHO and the WTO did not.",
        "The Tribunal Supremo Electoral, or Supreme Electoral Tribunal (TSE), met.",
        "CONTACT US\n\nThe U.S. team won.",
        "Doctors Without Borders (MSF) met the National Electoral Council (CNE).",
        "The Gastronomic Center of Ellery (CGE) opened.",
        "The European Naval Force (EUNAVFOR) sailed.",
    ],
)
def test_two_acronyms_are_left_in_peace(names, text):
    assert names(text) == []


def test_two_names_of_one_place(pairs):
    assert pairs("They flew to Kyiv. From Kyiv they drove; Kiev was quiet.") == [("Kiev", "Kyiv")]
    assert pairs("They flew to Beijing and studied at Peking University.") == []
