"""The formats of news agencies (IPTC: ninjs, NewsML-G2, NewsML 1, NITF, 7901; ANPA 1312), each in one file."""
