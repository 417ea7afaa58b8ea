BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" ("version_num") VALUES('0002');
CREATE TABLE texts (
	sha256 VARCHAR(64) NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY (sha256)
);
INSERT INTO "texts" ("sha256","body") VALUES('ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',X'627269646765206F70656E730A0A42792041646120486F6C6D0A0A54686520627269646765206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" ("sha256","body") VALUES('e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',X'6665727279206F70656E730A0A42792041646120486F6C6D0A0A546865206665727279206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" ("sha256","body") VALUES('8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',X'6D61726B6574206F70656E730A0A42792041646120486F6C6D0A0A546865206D61726B6574206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" ("sha256","body") VALUES('b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',X'66697265206F70656E730A0A42792041646120486F6C6D0A0A5468652066697265206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" ("sha256","body") VALUES('bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',X'7261696C206F70656E730A0A42792041646120486F6C6D0A0A546865207261696C206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" ("sha256","body") VALUES('c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958',X'7261696C206F70656E730A0A42792041646120486F6C6D0A0A546865207261696C206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A0A4D6F72652E0A');
INSERT INTO "texts" ("sha256","body") VALUES('31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',X'6261636B206F70656E730A0A42792041646120486F6C6D0A0A546865206261636B206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" ("sha256","body") VALUES('85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5',X'6D757365756D206F70656E730A0A42792041646120486F6C6D0A0A546865206D757365756D206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
CREATE TABLE stories (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	slug TEXT NOT NULL, 
	headline TEXT NOT NULL, 
	section TEXT NOT NULL, 
	variant VARCHAR(64) NOT NULL, 
	state VARCHAR(64) NOT NULL, 
	owner TEXT NOT NULL, 
	path TEXT NOT NULL, 
	source_sha256 VARCHAR(64) NOT NULL, 
	format VARCHAR(64) NOT NULL, 
	encoding VARCHAR(64) NOT NULL, 
	created BIGINT NOT NULL, 
	changed BIGINT NOT NULL, 
	place INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	kinds TEXT NOT NULL, 
	errors INTEGER NOT NULL, 
	warnings INTEGER NOT NULL, 
	hints INTEGER NOT NULL, 
	tally TEXT NOT NULL, 
	CONSTRAINT pk_stories PRIMARY KEY (number), 
	CONSTRAINT fk_stories_sha256 FOREIGN KEY(sha256) REFERENCES texts (sha256), 
	CONSTRAINT uq_stories_id UNIQUE (id)
);
INSERT INTO "stories" ("number","id","slug","headline","section","variant","state","owner","path","source_sha256","format","encoding","created","changed","place","version","sha256","kinds","errors","warnings","hints","tally") VALUES(1,'01a22187cd687512a3526b144027cc9c','bridge','','News','','Approved','Rosa Marquez','','','text','utf-8',1795858877800304,1795858878140379,0,1,'ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}');
INSERT INTO "stories" ("number","id","slug","headline","section","variant","state","owner","path","source_sha256","format","encoding","created","changed","place","version","sha256","kinds","errors","warnings","hints","tally") VALUES(2,'01a22187ced37c8a93cf0532e301db35','ferry','','News','','Returned','Rosa Marquez','','','text','utf-8',1795858878163774,1795858878353630,0,1,'e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}');
INSERT INTO "stories" ("number","id","slug","headline","section","variant","state","owner","path","source_sha256","format","encoding","created","changed","place","version","sha256","kinds","errors","warnings","hints","tally") VALUES(3,'01a22187cf9f791f90a3f83506830b89','market','','News','','Hold','Rosa Marquez','','','text','utf-8',1795858878367564,1795858878514282,0,1,'8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}');
INSERT INTO "stories" ("number","id","slug","headline","section","variant","state","owner","path","source_sha256","format","encoding","created","changed","place","version","sha256","kinds","errors","warnings","hints","tally") VALUES(4,'01a22187d03c75ef9317d6d0d223049d','fire','','News','','Spiked','Rosa Marquez','','','text','utf-8',1795858878524362,1795858878649282,0,1,'b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}');
INSERT INTO "stories" ("number","id","slug","headline","section","variant","state","owner","path","source_sha256","format","encoding","created","changed","place","version","sha256","kinds","errors","warnings","hints","tally") VALUES(5,'01a22187d0c07d85a1a957a6e18c5413','rail','','News','','With section chief','Rosa Marquez','','','text','utf-8',1795858878656838,1795858879045389,0,2,'c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}');
INSERT INTO "stories" ("number","id","slug","headline","section","variant","state","owner","path","source_sha256","format","encoding","created","changed","place","version","sha256","kinds","errors","warnings","hints","tally") VALUES(6,'01a22187d2717ad08647712a7dcef3ff','back','','News','','With copy desk','Rosa Marquez','','','text','utf-8',1795858879089669,1795858879205450,0,1,'31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}');
INSERT INTO "stories" ("number","id","slug","headline","section","variant","state","owner","path","source_sha256","format","encoding","created","changed","place","version","sha256","kinds","errors","warnings","hints","tally") VALUES(7,'01a22187d2fc766da20980fb88ddf011','museum','','Culture','','Draft','Rosa Marquez','','','text','utf-8',1795858879228392,1795858879278105,0,1,'85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}');
CREATE TABLE versions (
	story VARCHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	kinds TEXT NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	made BIGINT NOT NULL, 
	CONSTRAINT pk_versions PRIMARY KEY (story, number), 
	CONSTRAINT fk_versions_sha256 FOREIGN KEY(sha256) REFERENCES texts (sha256), 
	CONSTRAINT fk_versions_story FOREIGN KEY(story) REFERENCES stories (id)
);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187cd687512a3526b144027cc9c',1,'ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','[]','Rosa Marquez','opened',1795858877800304);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187ced37c8a93cf0532e301db35',1,'e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','[]','Rosa Marquez','opened',1795858878163774);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187cf9f791f90a3f83506830b89',1,'8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4','[]','Rosa Marquez','opened',1795858878367564);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187d03c75ef9317d6d0d223049d',1,'b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6','[]','Rosa Marquez','opened',1795858878524362);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187d0c07d85a1a957a6e18c5413',1,'bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166','[]','Rosa Marquez','opened',1795858878656838);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187d0c07d85a1a957a6e18c5413',2,'c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958','[]','Rosa Marquez','',1795858879045389);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187d2717ad08647712a7dcef3ff',1,'31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84','[]','Rosa Marquez','opened',1795858879089669);
INSERT INTO "versions" ("story","number","sha256","kinds","who","why","made") VALUES('01a22187d2fc766da20980fb88ddf011',1,'85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5','[]','Rosa Marquez','opened',1795858879228392);
CREATE TABLE decisions (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	done VARCHAR(64) NOT NULL, 
	who TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	scope VARCHAR(64) NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	rule TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	item TEXT NOT NULL, 
	state VARCHAR(64) NOT NULL, 
	answer TEXT NOT NULL, 
	undoes VARCHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	made BIGINT NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (number), 
	CONSTRAINT fk_decisions_story FOREIGN KEY(story) REFERENCES stories (id), 
	CONSTRAINT uq_decisions_id UNIQUE (id)
);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(1,'01a22187ce2972e6ba51ab7903ff10ff','01a22187cd687512a3526b144027cc9c','waived','Rosa Marquez','as spoken','here','45165d5942ff69642eaa8105','style.doubled-word','opened opened','style','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858877993171);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(2,'01a22187ce34754da1301c6b66de8d73','01a22187cd687512a3526b144027cc9c','answered','Rosa Marquez','','here','','','','names','','["Ines Duarte","In\u00e9s Duarte","same"]','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878004322);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(3,'01a22187ce5170e98373e59baadf1104','01a22187cd687512a3526b144027cc9c','submitted','Rosa Marquez','','here','','','','','With copy desk','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878033044);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(4,'01a22187ce6a79caa1607aa781ee7490','01a22187cd687512a3526b144027cc9c','acknowledged','Rosa Marquez','','here','','','','grammar','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878058602);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(5,'01a22187ce6a7f6f828ab76bd8db13f5','01a22187cd687512a3526b144027cc9c','passed on','Rosa Marquez','','here','','','','','Second read','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878058955);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(6,'01a22187ce8672b093599b47e9e3f692','01a22187cd687512a3526b144027cc9c','acknowledged','Odile Brandt','','here','','','','grammar','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878086159);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(7,'01a22187ce8770b8b484deca4528d181','01a22187cd687512a3526b144027cc9c','sent to the section chief','Odile Brandt','','here','','','','','With section chief','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878087030);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(8,'01a22187ce907822ae4a5f5e41738d7f','01a22187cd687512a3526b144027cc9c','ticked','Odile Brandt','','here','','','','Facts checked','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878096502);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(9,'01a22187ce9c783e994a3c6e26f19542','01a22187cd687512a3526b144027cc9c','ticked','Odile Brandt','','here','','','','Legal read','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878108511);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(10,'01a22187ceba7b14860dfe68644260a5','01a22187cd687512a3526b144027cc9c','acknowledged','Odile Brandt','','here','','','','grammar','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878138686);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(11,'01a22187cebb7353a1f838bad46aa0e4','01a22187cd687512a3526b144027cc9c','acknowledged','Odile Brandt','','here','','','','ads','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878139204);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(12,'01a22187cebc764cbfaca5d1a89f24a2','01a22187cd687512a3526b144027cc9c','approved','Odile Brandt','','here','','','','','Approved','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858878140379);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(13,'01a22187cf1179fab604d6e6c89fd49c','01a22187ced37c8a93cf0532e301db35','not an error','Rosa Marquez','','in this story','aa6c3f13e07f4e18f0bf66a7','style.doubled-word','opened opened','style','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878225616);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(14,'01a22187cf1e7ec69b46f389363dc048','01a22187ced37c8a93cf0532e301db35','submitted','Rosa Marquez','','here','','','','','With copy desk','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878238912);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(15,'01a22187cf2b78139784bf746cf5180f','01a22187ced37c8a93cf0532e301db35','acknowledged','Rosa Marquez','','here','','','','grammar','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878251498);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(16,'01a22187cf2b7db3a62c7241786d01b3','01a22187ced37c8a93cf0532e301db35','passed on','Rosa Marquez','','here','','','','','Second read','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878251846);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(17,'01a22187cf3979e293f8a6696b7bb199','01a22187ced37c8a93cf0532e301db35','acknowledged','Odile Brandt','','here','','','','grammar','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878265612);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(18,'01a22187cf3e7035af9862a2607425a4','01a22187ced37c8a93cf0532e301db35','sent to the section chief','Odile Brandt','','here','','','','','With section chief','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878265943);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(19,'01a22187cf487bdda8c51b7f10333bc6','01a22187ced37c8a93cf0532e301db35','ticked','Odile Brandt','','here','','','','Facts checked','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878280735);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(20,'01a22187cf5975b597b935ea706c8bc9','01a22187ced37c8a93cf0532e301db35','ticked','Odile Brandt','','here','','','','Legal read','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878297353);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(21,'01a22187cf737858bdd117bd0e5d6fd1','01a22187ced37c8a93cf0532e301db35','acknowledged','Odile Brandt','','here','','','','grammar','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878323516);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(22,'01a22187cf737dfdb51b5e4596f356a1','01a22187ced37c8a93cf0532e301db35','acknowledged','Odile Brandt','','here','','','','ads','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878323871);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(23,'01a22187cf7475d58ff6935a519698d7','01a22187ced37c8a93cf0532e301db35','approved','Odile Brandt','','here','','','','','Approved','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878324354);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(24,'01a22187cf917a3cafaecdafeaed7539','01a22187ced37c8a93cf0532e301db35','returned','Odile Brandt','say who said it','here','','','','','Returned','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858878353630);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(25,'01a22187d0087c39bd69ab33905df582','01a22187cf9f791f90a3f83506830b89','not an error','Rosa Marquez','','here','f468d8e02ec6637eb23ef2e9','style.doubled-word','opened opened','style','','null','','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',1795858878472756);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(26,'01a22187d026733e8915f4c48d1681c7','01a22187cf9f791f90a3f83506830b89','submitted','Rosa Marquez','','here','','','','','With copy desk','null','','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',1795858878502191);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(27,'01a22187d03274b0b4bd465e2961fcfa','01a22187cf9f791f90a3f83506830b89','held','Rosa Marquez','waits','here','','','','','Hold','null','','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',1795858878514282);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(28,'01a22187d0a47090951a27fb5e849e82','01a22187d03c75ef9317d6d0d223049d','not an error','Rosa Marquez','','on this desk','a178ae38ef66330cca7fa7d4','style.doubled-word','opened opened','style','','null','','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',1795858878628027);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(29,'01a22187d0b974a9ba344b119ef2cc69','01a22187d03c75ef9317d6d0d223049d','spiked','Odile Brandt','told twice','here','','','','','Spiked','null','','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',1795858878649282);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(30,'01a22187d1857819acfc9548a0ac9acc','01a22187d0c07d85a1a957a6e18c5413','submitted','Rosa Marquez','','here','','','','','With copy desk','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878853496);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(31,'01a22187d1a47814bec2896112a5f7d9','01a22187d0c07d85a1a957a6e18c5413','acknowledged','Rosa Marquez','','here','','','','grammar','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878884500);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(32,'01a22187d1a47d72bc1d1d532193cece','01a22187d0c07d85a1a957a6e18c5413','passed on','Rosa Marquez','','here','','','','','Second read','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878884832);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(33,'01a22187d1c07f4aa78f1fc438bd6130','01a22187d0c07d85a1a957a6e18c5413','acknowledged','Odile Brandt','','here','','','','grammar','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878912949);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(34,'01a22187d1c174e5809819899310958d','01a22187d0c07d85a1a957a6e18c5413','sent to the section chief','Odile Brandt','','here','','','','','With section chief','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878913297);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(35,'01a22187d1cd72f48df69cc8d985ecfa','01a22187d0c07d85a1a957a6e18c5413','ticked','Odile Brandt','','here','','','','Facts checked','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878925177);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(36,'01a22187d1d37ae4bf57fda9b6f8c869','01a22187d0c07d85a1a957a6e18c5413','ticked','Odile Brandt','','here','','','','Legal read','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878931677);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(37,'01a22187d1e57557953f9d3fd8627e43','01a22187d0c07d85a1a957a6e18c5413','acknowledged','Odile Brandt','','here','','','','grammar','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878949329);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(38,'01a22187d1e57aea9a215b4e378308c2','01a22187d0c07d85a1a957a6e18c5413','acknowledged','Odile Brandt','','here','','','','ads','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878949680);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(39,'01a22187d200778899f28f6f87f5687e','01a22187d0c07d85a1a957a6e18c5413','approved','Odile Brandt','','here','','','','','Approved','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858878976441);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(40,'01a22187d2457cc78f98093cdf11b683','01a22187d0c07d85a1a957a6e18c5413','approval voided','Rosa Marquez','','here','','','','','','null','','c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958',1795858879045389);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(41,'01a22187d2ad7f0fb4bf3a71bded0543','01a22187d2717ad08647712a7dcef3ff','submitted','Rosa Marquez','','here','','','','','With copy desk','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858879149932);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(42,'01a22187d2cf7011ba1a6c32ad53cc3e','01a22187d2717ad08647712a7dcef3ff','held','Rosa Marquez','a day','here','','','','','Hold','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858879182989);
INSERT INTO "decisions" ("number","id","story","done","who","reason","scope","fingerprint","rule","subject","item","state","answer","undoes","sha256","made") VALUES(43,'01a22187d2e57769bc7d0a0896029d77','01a22187d2717ad08647712a7dcef3ff','taken off hold','Rosa Marquez','','here','','','','','With copy desk','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858879205450);
CREATE TABLE seals (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	run_digest VARCHAR(64) NOT NULL, 
	run TEXT NOT NULL, 
	waivers TEXT NOT NULL, 
	acknowledged TEXT NOT NULL, 
	who TEXT NOT NULL, 
	made BIGINT NOT NULL, 
	CONSTRAINT pk_seals PRIMARY KEY (number), 
	CONSTRAINT fk_seals_story FOREIGN KEY(story) REFERENCES stories (id), 
	CONSTRAINT uq_seals_id UNIQUE (id)
);
INSERT INTO "seals" ("number","id","story","sha256","run_digest","run","waivers","acknowledged","who","made") VALUES(1,'01a22187ceb578f898a8c39578f45011','01a22187cd687512a3526b144027cc9c','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','365d765e64c916a6e77ad82d91d2e9ac5e1f6cd3f436d7b6510dce004e772f8d','[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,25],"quote":"bridge opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,12,"shares no word with the rest of the story; stands above the story"],[14,25,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,27,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"e2e26eb6f9278c372df4cddb"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"45165d5942ff69642eaa8105"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','["01a22187ce2972e6ba51ab7903ff10ff"]','["grammar","ads"]','Odile Brandt',1795858878133554);
INSERT INTO "seals" ("number","id","story","sha256","run_digest","run","waivers","acknowledged","who","made") VALUES(2,'01a22187cf727686a57fee7943fb2ce2','01a22187ced37c8a93cf0532e301db35','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','948c8c919d70faad30d733583e85be43d17fbffb0b959c8e6d407e3d52191202','[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,24],"quote":"ferry opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,11,"shares no word with the rest of the story; stands above the story"],[13,24,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,26,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"dc1ea597bb70a4e6c20b3266"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[36,49],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[36,49,"opened"]]}],"fingerprint":"aa6c3f13e07f4e18f0bf66a7"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','[]','["grammar","ads"]','Odile Brandt',1795858878322399);
INSERT INTO "seals" ("number","id","story","sha256","run_digest","run","waivers","acknowledged","who","made") VALUES(3,'01a22187d1e4778aa538bdcc0cae9d15','01a22187d0c07d85a1a957a6e18c5413','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166','7c7b5fafa4ed28c4ada1eea7727b45d8a11382e2b5b9f34d8e1438d53c340b0b','[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,23],"quote":"rail opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,10,"shares no word with the rest of the story; stands above the story"],[12,23,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,25,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"61f9d0c5eb8486decd1ecb98"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"0ddce803e674ca1723d461d9"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','[]','["grammar","ads"]','Odile Brandt',1795858878948465);
CREATE TABLE runs (
	story VARCHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	made BIGINT NOT NULL, 
	found TEXT NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (story), 
	CONSTRAINT fk_runs_story FOREIGN KEY(story) REFERENCES stories (id)
);
INSERT INTO "runs" ("story","sha256","digest","made","found") VALUES('01a22187cd687512a3526b144027cc9c','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','365d765e64c916a6e77ad82d91d2e9ac5e1f6cd3f436d7b6510dce004e772f8d',1795858877959059,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,25],"quote":"bridge opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,12,"shares no word with the rest of the story; stands above the story"],[14,25,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,27,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"e2e26eb6f9278c372df4cddb"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"45165d5942ff69642eaa8105"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]');
INSERT INTO "runs" ("story","sha256","digest","made","found") VALUES('01a22187ced37c8a93cf0532e301db35','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','948c8c919d70faad30d733583e85be43d17fbffb0b959c8e6d407e3d52191202',1795858878203684,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,24],"quote":"ferry opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,11,"shares no word with the rest of the story; stands above the story"],[13,24,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,26,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"dc1ea597bb70a4e6c20b3266"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[36,49],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[36,49,"opened"]]}],"fingerprint":"aa6c3f13e07f4e18f0bf66a7"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]');
INSERT INTO "runs" ("story","sha256","digest","made","found") VALUES('01a22187cf9f791f90a3f83506830b89','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4','3b595454ed2566cb55a0a12c701de7702146d83406cb42d945114f188f3ecf55',1795858878430862,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,25],"quote":"market opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,12,"shares no word with the rest of the story; stands above the story"],[14,25,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,27,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"dbbe06683b6a01996ffb6838"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"f468d8e02ec6637eb23ef2e9"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]');
INSERT INTO "runs" ("story","sha256","digest","made","found") VALUES('01a22187d03c75ef9317d6d0d223049d','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6','cd300eed4857c302393c04d90d2d5d3ead3c42b2f472114bdbc91205be62c5be',1795858878610706,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,23],"quote":"fire opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,10,"shares no word with the rest of the story; stands above the story"],[12,23,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,25,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"9258c534ba8d021b41d780a3"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"a178ae38ef66330cca7fa7d4"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]');
INSERT INTO "runs" ("story","sha256","digest","made","found") VALUES('01a22187d0c07d85a1a957a6e18c5413','c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958','56bdc1bda5f87668df49cbc18e2a6c9ec8a3792f28364079838f2a9284defbb4',1795858879063056,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,23],"quote":"rail opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,10,"shares no word with the rest of the story; stands above the story"],[12,23,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,25,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"61f9d0c5eb8486decd1ecb98"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"0ddce803e674ca1723d461d9"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]');
INSERT INTO "runs" ("story","sha256","digest","made","found") VALUES('01a22187d2717ad08647712a7dcef3ff','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84','5bf929d88bb664e8e601a8df41cc2334c521e45fbe9f9ab5425c836e615583fd',1795858879122741,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,23],"quote":"back opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: holds the words of a menu; stands above the story; shares no word with the rest of the story.","severity":"warning","evidence":[[0,10,"holds the words of a menu; shares no word with the rest of the story; stands above the story"],[12,23,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,25,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"f47057fcd233fd700e9d137c"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"a5ecce47760b91f4cd8c51b1"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]');
INSERT INTO "runs" ("story","sha256","digest","made","found") VALUES('01a22187d2fc766da20980fb88ddf011','85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5','c3ccd5db39a948573795559e544e73e611ddf2c0ebdf875f7cd8743fa4fc022c',1795858879315483,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[0,25],"quote":"museum opens\n\nBy Ada Holm","message":"These 2 lines look left over from a web page: shares no word with the rest of the story; stands above the story.","severity":"warning","evidence":[[0,12,"shares no word with the rest of the story; stands above the story"],[14,25,"stands above the story"]],"remedies":[{"title":"Lift it out of the copy","edits":[[0,27,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"}],"fingerprint":"656cdb09edc3d48569d8b81e"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"4d85f355b0961ab3c7cc00a0"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]');
CREATE TABLE readings (
	item VARCHAR(64) NOT NULL, 
	"key" VARCHAR(256) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	reading TEXT NOT NULL, 
	used BIGINT NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (item, "key", digest)
);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','e18230abb0d18129183ce23040f139d3','[]',1795858877966426);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','52c5790cb0b6e4672f46854560a53cb9','[]',1795858879318370);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','ea97dfb1142d68a4fadb4afbe7dbcb43','[]',1795858878211435);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','d3e956046c027738bfddbaf391e1b1f1','[]',1795858878440114);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','674e1ff7a8947264435b99068d52da8a','[]',1795858878616571);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','a62a4346bfb2d2099a1ed27a413e463c','[]',1795858879082774);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','54f11aeddc1f340205980ef9afa67269','[]',1795858879126354);
INSERT INTO "readings" ("item","key","digest","reading","used") VALUES('grammar','d3306343aacf0bcaa6de4bc4ca8e5c63','ebb5ed795b8773cfe11148feab857fcb','[]',1795858879318370);
CREATE TABLE recovery (
	id VARCHAR(32) NOT NULL, 
	slug TEXT NOT NULL, 
	body BLOB NOT NULL, 
	kinds TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	format VARCHAR(64) NOT NULL, 
	path TEXT NOT NULL, 
	holder VARCHAR(128) NOT NULL, 
	kept BIGINT NOT NULL, 
	CONSTRAINT pk_recovery PRIMARY KEY (id)
);
CREATE TABLE locks (
	story VARCHAR(32) NOT NULL, 
	holder VARCHAR(128) NOT NULL, 
	who TEXT NOT NULL, 
	since BIGINT NOT NULL, 
	renewed BIGINT NOT NULL, 
	CONSTRAINT pk_locks PRIMARY KEY (story), 
	CONSTRAINT fk_locks_story FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE TABLE dictionary (
	word TEXT NOT NULL, 
	who TEXT NOT NULL, 
	added BIGINT NOT NULL, 
	CONSTRAINT pk_dictionary PRIMARY KEY (word)
);
CREATE TABLE name_book (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	"key" TEXT NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	spelling TEXT NOT NULL, 
	variants TEXT NOT NULL, 
	note TEXT NOT NULL, 
	sought TEXT NOT NULL, 
	keeper TEXT NOT NULL, 
	agreed BIGINT NOT NULL, 
	withdrawn_by TEXT NOT NULL, 
	withdrawn BIGINT, 
	CONSTRAINT pk_name_book PRIMARY KEY (number), 
	CONSTRAINT uq_name_book_id UNIQUE (id)
);
CREATE TABLE name_proposals (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	"key" TEXT NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	spelling TEXT NOT NULL, 
	variants TEXT NOT NULL, 
	note TEXT NOT NULL, 
	stories TEXT NOT NULL, 
	made BIGINT NOT NULL, 
	outcome VARCHAR(64) NOT NULL, 
	keeper TEXT NOT NULL, 
	decided BIGINT, 
	CONSTRAINT pk_name_proposals PRIMARY KEY (number), 
	CONSTRAINT uq_name_proposals_id UNIQUE (id), 
	CONSTRAINT uq_name_proposals_key UNIQUE ("key", kind)
);
INSERT INTO "name_proposals" ("number","id","key","kind","spelling","variants","note","stories","made","outcome","keeper","decided") VALUES(1,'01a22187cec47ec09a9e322d27f480c6','ada holm','person','Ada Holm','[]','','["01a22187cd687512a3526b144027cc9c","01a22187ced37c8a93cf0532e301db35","01a22187d0c07d85a1a957a6e18c5413"]',1795858878148914,'','',NULL);
INSERT INTO "name_proposals" ("number","id","key","kind","spelling","variants","note","stories","made","outcome","keeper","decided") VALUES(2,'01a22187cec8721eb188dfc582d93aba','ines duarte','person','Ines Duarte','[]','','["01a22187cd687512a3526b144027cc9c","01a22187ced37c8a93cf0532e301db35","01a22187d0c07d85a1a957a6e18c5413"]',1795858878152126,'','',NULL);
CREATE INDEX ix_stories_changed ON stories (changed, number);
CREATE INDEX ix_stories_path ON stories (path);
CREATE INDEX ix_stories_section ON stories (section, changed, number);
CREATE INDEX ix_stories_state ON stories (state, changed, number);
CREATE INDEX ix_decisions_desk ON decisions (number) WHERE scope = 'on this desk';
CREATE INDEX ix_decisions_story ON decisions (story, number);
CREATE INDEX ix_seals_story ON seals (story, number);
CREATE INDEX ix_readings_used ON readings (used);
CREATE UNIQUE INDEX ix_name_book_key ON name_book ("key", kind) WHERE withdrawn IS NULL;
CREATE VIEW story_words AS
        SELECT stories.number, slug, headline, CAST(body AS TEXT) AS body FROM stories JOIN texts USING (sha256);
CREATE VIRTUAL TABLE story_index USING fts5(
            slug, headline, body,
            content = 'story_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
        );
INSERT INTO story_index (story_index) VALUES ('rebuild');
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'texts is append-only'); END;
CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'texts is append-only'); END;
CREATE TRIGGER versions_no_update BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions is append-only'); END;
CREATE TRIGGER versions_no_delete BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'versions is append-only'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER story_index_insert AFTER INSERT ON stories BEGIN 
    INSERT INTO story_index (rowid, slug, headline, body)
    VALUES (new.number, new.slug, new.headline, (SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = new.sha256));
 END;
CREATE TRIGGER story_index_update AFTER UPDATE OF slug, headline, sha256 ON stories
        WHEN old.slug <> new.slug OR old.headline <> new.headline OR old.sha256 <> new.sha256
        BEGIN 
    INSERT INTO story_index (story_index, rowid, slug, headline, body)
    VALUES ('delete', old.number, old.slug, old.headline, (SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = old.sha256));
 
    INSERT INTO story_index (rowid, slug, headline, body)
    VALUES (new.number, new.slug, new.headline, (SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = new.sha256));
 END;
COMMIT;
