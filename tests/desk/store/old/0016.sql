BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0016');
CREATE TABLE arrivals (
	sha256 VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	made BIGINT NOT NULL, 
	CONSTRAINT pk_arrivals PRIMARY KEY (sha256)
);
CREATE TABLE blobs (
	sha256 VARCHAR(64) NOT NULL, 
	size BIGINT NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_blobs PRIMARY KEY (sha256)
);
INSERT INTO "blobs" VALUES('3344b75b0cf075500a3969b26ab853ac82b4106cc2f7ef3d2bdac8b637d81967',25,X'504B030420616E20696E76656E74656420646F63756D656E74');
CREATE TABLE comments (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	thread VARCHAR(32) NOT NULL, 
	sort VARCHAR(64) NOT NULL, 
	who TEXT NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	anchor TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	made BIGINT NOT NULL, "after" VARCHAR(32) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_comments PRIMARY KEY (number), 
	CONSTRAINT fk_comments_story FOREIGN KEY(story) REFERENCES stories (id), 
	CONSTRAINT uq_comments_id UNIQUE (id)
);
INSERT INTO "comments" VALUES(1,'01a22187c6ca72fcb8eecd5fdad4b550','01a22187bb9079c1b3ec4f94106e41ec','01a22187c6ca72fcb8eecd5fdad4b550','opened','Odile Brandt','01a22187bb6d7e0a9940400f5d53d3a6','is it?','{"start":0,"end":6,"quote":"bridge","before":"","after":" opens\n\nBy Ada Holm\n\nThe bridge opened opened on"}',1,1795858876106181,'');
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
	made BIGINT NOT NULL, place INTEGER DEFAULT '0' NOT NULL, chain VARCHAR(64) DEFAULT '' NOT NULL, person VARCHAR(32) DEFAULT '' NOT NULL, role TEXT DEFAULT '' NOT NULL, note TEXT DEFAULT '{}' NOT NULL, spelt TEXT DEFAULT '{}' NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (number), 
	CONSTRAINT fk_decisions_story FOREIGN KEY(story) REFERENCES stories (id), 
	CONSTRAINT uq_decisions_id UNIQUE (id)
);
INSERT INTO "decisions" VALUES(1,'01a22187bbbb7dfb8dbc2ee42e65239f','01a22187bb9079c1b3ec4f94106e41ec','put-into-another-section','Odile Brandt','no section → News','here','','','','','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873275863,1,'61a773e3195771b14e7c26707630df65aca3248cac0d19860681642a0c994591','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(2,'01a22187bc547479adb9fd908a4d4267','01a22187bb9079c1b3ec4f94106e41ec','waived','Odile Brandt','as spoken','here','45165d5942ff69642eaa8105','style.doubled-word','opened opened','style','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873428271,2,'51cb1fe04101e068e4e6c1f84e965552fcf83ad56188c3bd568cddb016369e76','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"paragraph":"853c2e9b87632ae0"}','{"role":"copy editor"}');
INSERT INTO "decisions" VALUES(3,'01a22187bc6478e79ff4c9061eae383c','01a22187bb9079c1b3ec4f94106e41ec','answered','Odile Brandt','','here','','','','names','','["Ines Duarte","In\u00e9s Duarte","same"]','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873444548,3,'6f023b8d59801cb725452f8f2e4e0c6c1a0757daa917093702e9a32192737a42','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"role":"copy editor"}');
INSERT INTO "decisions" VALUES(4,'01a22187bc7477fdaa2ba6ebe9b22098','01a22187bb9079c1b3ec4f94106e41ec','ticked','Odile Brandt','','here','','','','Facts checked','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873460489,4,'005133cead555e71fc701b46f9456e53a7c036f2126f87ae295f3a3c13b91e70','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"role":"copy editor"}');
INSERT INTO "decisions" VALUES(5,'01a22187bc8570138416dffb916a589c','01a22187bb9079c1b3ec4f94106e41ec','ticked','Odile Brandt','','here','','','','Legal read','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873477002,5,'f494e82f137e50cfea3e10c9568a08ae28ce1adfd62e13355f56fdc640dc1525','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"role":"copy editor"}');
INSERT INTO "decisions" VALUES(6,'01a22187bc9b7617999e5d826f3b8894','01a22187bb9079c1b3ec4f94106e41ec','unticked','Odile Brandt','','here','','','','Legal read','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873499377,6,'413da04509bd569ea5b49580c05b97589f3a66458e0f5f44751f5519532dcb95','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"role":"copy editor"}');
INSERT INTO "decisions" VALUES(7,'01a22187bcbb703aa96234ce66d0f9c8','01a22187bb9079c1b3ec4f94106e41ec','submitted','Rosa Marquez','','here','','','','','with-copy-desk','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873531008,7,'45317e96aab62099b6cb65289d3a1a4704f829c9d1c1b47a1996c714246b415b','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"submit"}','{"state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(8,'01a22187bcd0704b907867199ed060e2','01a22187bb9079c1b3ec4f94106e41ec','acknowledged','Rosa Marquez','as I see it','here','','','','grammar','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873552013,8,'7fdf365ef7d13ee2f74cb5c88160f2d683e869c0453874bafce9cbdb3695291a','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(9,'01a22187bcd07acca30f988ae3f2cf5e','01a22187bb9079c1b3ec4f94106e41ec','passed-on','Rosa Marquez','','here','','','','','second-read','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873552671,9,'d8ee9374c45cdb0a06d12a5bff2f91f6b35b8f1f182fec3e3fd0e32edc569b67','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"pass-on","read":"first"}','{"done":"passed on","state":"Second read","role":"copy editor"}');
INSERT INTO "decisions" VALUES(10,'01a22187bcf57503b6ae35dcc298de46','01a22187bb9079c1b3ec4f94106e41ec','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873589306,10,'43c53129a5744acf52a2d017132f9ac538bdb362ca6a46f4d83f95aa55f1d0a3','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(11,'01a22187bcf57f29b959b032d9150e6c','01a22187bb9079c1b3ec4f94106e41ec','sent-to-the-section-chief','Odile Brandt','','here','','','','','with-section-chief','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873589943,11,'5c333f57b34532cbb8f929aa62de193380791856a786db4e549aa2478898c30f','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"send-to-chief","read":"second"}','{"done":"sent to the section chief","state":"With section chief","role":"copy editor"}');
INSERT INTO "decisions" VALUES(12,'01a22187be0b76e281e79d4e12006bef','01a22187bb9079c1b3ec4f94106e41ec','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873867424,12,'836b2945feca24e84b510d1655cbf34981fd438acb84b67dd0338d2b1237b868','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-checked","grade":"error","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"section chief","why":"not checked"}');
INSERT INTO "decisions" VALUES(13,'01a22187be0c719d8b8fbbc36548a761','01a22187bb9079c1b3ec4f94106e41ec','acknowledged','Odile Brandt','as I see it','here','','','','Legal read','','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873868097,13,'8ef6e6a8e743381d336a52d931bfde8c9f4df3a6b5c9a83f3f9c1cc11c4d3c8c','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-ticked","grade":"error","sentence":"\u201cLegal read\u201d is not ticked.","findings":[]}','{"role":"section chief","why":"not ticked"}');
INSERT INTO "decisions" VALUES(14,'01a22187be0c79788bc726e719f95391','01a22187bb9079c1b3ec4f94106e41ec','approved','Odile Brandt','','here','','','','','approved','null','','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',1795858873868589,14,'47587c90f42888ea5d01d184985724d7a98ab16c02a24242c05d417d99e34d0a','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"move":"approve"}','{"state":"Approved","role":"section chief"}');
INSERT INTO "decisions" VALUES(15,'01a22187be997c889e8fea9e9dea7343','01a22187be6f7f9cb6ab83dc79d6359e','put-into-another-section','Odile Brandt','no section → News','here','','','','','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874009776,15,'be4f78d2e73253ff36c302146f67ba02cc0a918f96733a004322bf377da73b4a','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(16,'01a22187bf197cb69feb3f9ff2e96063','01a22187be6f7f9cb6ab83dc79d6359e','not-an-error','Odile Brandt','','in-this-story','aa6c3f13e07f4e18f0bf66a7','style.doubled-word','opened opened','style','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874137787,16,'67e4d82d651db073e3c9932116e0d323b9cc031891e2c1c52e6251297125bd95','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"not an error","scope":"in this story","role":"copy editor"}');
INSERT INTO "decisions" VALUES(17,'01a22187bf3d72bca14a3f14908761f3','01a22187be6f7f9cb6ab83dc79d6359e','submitted','Rosa Marquez','','here','','','','','with-copy-desk','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874173165,17,'610dd5f4023f1c3b5346c21862ebc3fe3c8bf181f6c4c16e70980e7e52ce856b','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"submit"}','{"state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(18,'01a22187bf6774548dbfe113877a6bdb','01a22187be6f7f9cb6ab83dc79d6359e','acknowledged','Rosa Marquez','as I see it','here','','','','grammar','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874215263,18,'c3d5a01f9c77496dc9c0a7188239432a99cd0ad3b0b18068faeee0f18833a6b5','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(19,'01a22187bf68746b8e09737b9eba6504','01a22187be6f7f9cb6ab83dc79d6359e','passed-on','Rosa Marquez','','here','','','','','second-read','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874216271,19,'937cb47ce6f4ade17b3e8490e683a863d881be27e23180ee8941bed98e1804fc','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"pass-on","read":"first"}','{"done":"passed on","state":"Second read","role":"copy editor"}');
INSERT INTO "decisions" VALUES(20,'01a22187bf8f7603915e65d53b113ae5','01a22187be6f7f9cb6ab83dc79d6359e','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874255369,20,'e36439bb2754aa745e01c133370f3f74fe892f2d0a4a9b0c699e4582b9edc6e9','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(21,'01a22187bf9070ef92ca9b8a487f2f70','01a22187be6f7f9cb6ab83dc79d6359e','sent-to-the-section-chief','Odile Brandt','','here','','','','','with-section-chief','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874256054,21,'ede964f8278149a075184fc3dbe94517de624639a741c4045ece75947fe7a6ca','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"send-to-chief","read":"second"}','{"done":"sent to the section chief","state":"With section chief","role":"copy editor"}');
INSERT INTO "decisions" VALUES(22,'01a22187bfb27fd08c3f861e14c76cfa','01a22187be6f7f9cb6ab83dc79d6359e','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874290982,22,'9756880badeaf87e41145bff50bbcbbb6857a65ceef5dea56b8554b6c7297c7a','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-checked","grade":"error","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"section chief","why":"not checked"}');
INSERT INTO "decisions" VALUES(23,'01a22187bfb37a8195ad48114da7d71d','01a22187be6f7f9cb6ab83dc79d6359e','acknowledged','Odile Brandt','as I see it','here','','','','Facts checked','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874291653,23,'8e3bd79f81739e0b4969f6fb92ab9501bca45fd6ddb8bf82f1e608b6b9fb7baf','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-ticked","grade":"error","sentence":"\u201cFacts checked\u201d is not ticked.","findings":[]}','{"role":"section chief","why":"not ticked"}');
INSERT INTO "decisions" VALUES(24,'01a22187bfb4727fa69c57dcac530870','01a22187be6f7f9cb6ab83dc79d6359e','acknowledged','Odile Brandt','as I see it','here','','','','Legal read','','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874292153,24,'2812b37ec9fa8b310eb69e1419a52caac7676ee81d66c0e109fb8cad209f0f05','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-ticked","grade":"error","sentence":"\u201cLegal read\u201d is not ticked.","findings":[]}','{"role":"section chief","why":"not ticked"}');
INSERT INTO "decisions" VALUES(25,'01a22187bfb479c4b6a0d07578678642','01a22187be6f7f9cb6ab83dc79d6359e','approved','Odile Brandt','','here','','','','','approved','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874292607,25,'87937cd2471df9725470ce9f97ce27a01d0a7fc89a68f0795a31357ff3e9f683','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"move":"approve"}','{"state":"Approved","role":"section chief"}');
INSERT INTO "decisions" VALUES(26,'01a22187bff17982ae3f73324dde76a6','01a22187be6f7f9cb6ab83dc79d6359e','returned','Odile Brandt','say who said it','here','','','','','returned','null','','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',1795858874353588,26,'470d738d20de17559c7c8856433c391d71b35500b2821303faf609b2596791d1','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"return","to":"01a22187bb74730e8cf2102e5c9c8bb9","to_name":"Rosa Marquez","findings":["aa6c3f13e07f4e18f0bf66a7"]}','{"state":"Returned","role":"copy editor"}');
INSERT INTO "decisions" VALUES(27,'01a22187c0317bf69de7203d5b133779','01a22187c015730b963cb6b4eac7c58b','put-into-another-section','Odile Brandt','no section → News','here','','','','','','null','','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',1795858874417739,27,'579d7397d7b105a9e571a1e544c108bcd4cc2d0e3923fa0d9c95f95af7a4d97d','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(28,'01a22187c09b73269f383311e043f1ce','01a22187c015730b963cb6b4eac7c58b','not-an-error','Odile Brandt','','here','f468d8e02ec6637eb23ef2e9','style.doubled-word','opened opened','style','','null','','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',1795858874523189,28,'d00f7b2cd3995d2aa4a5a8ebbd1fbe04d36de461c85ee42d66c230e92bef9617','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"not an error","role":"copy editor"}');
INSERT INTO "decisions" VALUES(29,'01a22187c0b47a48b38006632fd75784','01a22187c015730b963cb6b4eac7c58b','submitted','Odile Brandt','','here','','','','','with-copy-desk','null','','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',1795858874548637,29,'d548307527cdb945a9579a699723dc5a50fc4a0905b0f8a5177d45fa340b9f55','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"submit"}','{"state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(30,'01a22187c0d575378d91699619503cd5','01a22187c015730b963cb6b4eac7c58b','held','Odile Brandt','waits for the council','here','','','','','hold','null','','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',1795858874581321,30,'1773dd1683e30da72266cdf8ce460ffb61ecfde74e061569efff6eca315d6a35','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"hold","until":1925078400000000}','{"state":"Hold","role":"copy editor"}');
INSERT INTO "decisions" VALUES(31,'01a22187c1047988a84790eaa3dc234f','01a22187c0e5792d92507ae3d97bf853','put-into-another-section','Odile Brandt','no section → News','here','','','','','','null','','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',1795858874628588,31,'f8137d82a1936431ac07f264ce681dcebf0a176070a69edafab717067d0e589e','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(32,'01a22187c1577545a010823bd44fc6d1','01a22187c0e5792d92507ae3d97bf853','not-an-error','Odile Brandt','','on-this-desk','a178ae38ef66330cca7fa7d4','style.doubled-word','opened opened','style','','null','','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',1795858874711323,32,'6a8511ce8de946e11b5cd35a7edebb328ad94e3f74420004d2019ae576d0d029','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"not an error","scope":"on this desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(33,'01a22187c168737dbc2bff8a7c72de40','01a22187c0e5792d92507ae3d97bf853','spiked','Odile Brandt','told twice','here','','','','','spiked','null','','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',1795858874728213,33,'c4a0d04d351663a84ee80ee450d89d9411475beb9c14d1649a3a04e92c15c6be','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"spike"}','{"state":"Spiked","role":"copy editor"}');
INSERT INTO "decisions" VALUES(34,'01a22187c1797a61980d726d49791383','01a22187c0e5792d92507ae3d97bf853','reopened','Odile Brandt','','here','','','','','reopened','null','','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',1795858874745644,34,'ec0a4339b7f982038d2391183fd1c469283d046667a53b8cd151a6c6de1b478a','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"move":"reopen"}','{"state":"Reopened","role":"section chief"}');
INSERT INTO "decisions" VALUES(35,'01a22187c1997a12badaf6cc7d2efc88','01a22187c18575749f6f42ee62304441','put-into-another-section','Odile Brandt','no section → Sport','here','','','','','','null','','42e001408423b915ac796c7c36b6efc7398e537dc03da158f1f951b70dc907ac',1795858874777622,35,'361fb17cbf1d2e1b1bfcb152270a2cfe2f7d5f1917c9dab5703e17186d11add1','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(36,'01a22187c1de779b8595ea66bd881113','01a22187c18575749f6f42ee62304441','spiked','Odile Brandt','overtaken','here','','','','','spiked','null','','42e001408423b915ac796c7c36b6efc7398e537dc03da158f1f951b70dc907ac',1795858874846469,36,'5e31063759e7e683f3988530d7cc68d7e69eed74efcbadc29708650fe79f84ea','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"spike"}','{"state":"Spiked","role":"copy editor"}');
INSERT INTO "decisions" VALUES(37,'01a22187c1f87a049b2551b1a607d3e9','01a22187c1e97476bdf29761b29463ef','put-into-another-section','Odile Brandt','no section → Culture','here','','','','','','null','','85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5',1795858874872618,37,'ec1d51576add40b245193d75fd45bdd285dbda073e94db27cb28a58f30bb3721','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(38,'01a22187c22f716aba3363e198405907','01a22187c1e97476bdf29761b29463ef','put-into-another-section','Odile Brandt','Culture → Sport','here','','','','','','null','','85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5',1795858874927080,38,'909a0ddb06b0a636aca8498faee1251c14a8f27a7d835bf2412dcaa019ae7ff0','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(39,'01a22187c24771cd9f1eb70fb622b4c1','01a22187c1e97476bdf29761b29463ef','taken-in-hand','Odile Brandt','','here','','','','','','null','','85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5',1795858874951103,39,'b900571dcdf524f1bce6314e0718dc912581efcf24bf3e9088a1ee8b9d45deb8','01a22187bb6d7e0a9940400f5d53d3a6','','{}','{"done":"taken in hand"}');
INSERT INTO "decisions" VALUES(40,'01a22187c26a788ebb4d7e846e7845d9','01a22187c2547432bc6fe6135b07379e','put-into-another-section','Odile Brandt','no section → News','here','','','','','','null','','b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54',1795858874986529,40,'dd75ac8fac15161588a4dfea04ba42421ef9c92d402fe278feff706a097a2934','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(41,'01a22187c2ac7591bfa8719e884a2725','01a22187c2547432bc6fe6135b07379e','submitted','Rosa Marquez','','here','','','','','with-copy-desk','null','','b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54',1795858875052341,41,'95f39ac27b2f96a8bb12f5620962090c08cefde1e0736c09c222ca038a7d5b05','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"submit"}','{"state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(42,'01a22187c2bc7605aff4affcd939a9fc','01a22187c2547432bc6fe6135b07379e','acknowledged','Rosa Marquez','as I see it','here','','','','grammar','','null','','b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54',1795858875068370,42,'a55daf9b49b4a4816e0c96de5abb06a40ad245545f6b11834f3f53dd89032294','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(43,'01a22187c2bd702db8362a1e0a2f4589','01a22187c2547432bc6fe6135b07379e','passed-on','Rosa Marquez','','here','','','','','second-read','null','','b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54',1795858875069007,43,'cf9c552c83aa84b1731fc031bde68375a49e46f6e44fe267778efd00e1c6f354','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"pass-on","read":"first"}','{"done":"passed on","state":"Second read","role":"copy editor"}');
INSERT INTO "decisions" VALUES(44,'01a22187c2d677358dad723115735be6','01a22187c2547432bc6fe6135b07379e','moved','Rosa Marquez','','here','','','','','with-the-lawyer','null','','b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54',1795858875094444,44,'a80a0804bd5a8b4ca3244ee22d35977502179c169936f3307f4604faff3d0839','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"to-lawyer"}','{"state":"With the lawyer","role":"copy editor"}');
INSERT INTO "decisions" VALUES(45,'01a22187c2f473a0ac687c1c94bcdaaa','01a22187c2e27dcda3c8756d9d8e1491','put-into-another-section','Rosa Marquez','no section → News','here','','','','','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875124219,45,'bb93cd2fcf7c40828112e6ba5c3f11f00b9eb5009ec612fb191226ca378aa88a','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(46,'01a22187c3347593a3b4bbe72f331644','01a22187c2e27dcda3c8756d9d8e1491','submitted','Rosa Marquez','','here','','','','','with-copy-desk','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875188341,46,'b04cf3096b39afc2d42266396f762a803962424fea2734a92ff7333ed3f548a7','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"submit"}','{"state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(47,'01a22187c34c72618c73ef037b0aea11','01a22187c2e27dcda3c8756d9d8e1491','acknowledged','Rosa Marquez','as I see it','here','','','','grammar','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875212144,47,'dc6a849bdad54113e88f4e32e6dac1687b330dbdedd42eb2ead056f7ab34ffc6','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(48,'01a22187c34c7ceca69aa9ebf2637593','01a22187c2e27dcda3c8756d9d8e1491','passed-on','Rosa Marquez','','here','','','','','second-read','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875212803,48,'3cab350c9ead9b87da6dbd2644aa52c891475860131bc5c0e8375fca53ce9475','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"pass-on","read":"first"}','{"done":"passed on","state":"Second read","role":"copy editor"}');
INSERT INTO "decisions" VALUES(49,'01a22187c3697e9bb4ff1953a6ee836f','01a22187c2e27dcda3c8756d9d8e1491','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875241905,49,'726b3a8a621610e0ff1840b6a96eaa7d6a645252d39c35ce728bf7a2b55c2c37','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(50,'01a22187c36a7ae09131876d50438a49','01a22187c2e27dcda3c8756d9d8e1491','sent-to-the-section-chief','Odile Brandt','','here','','','','','with-section-chief','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875242674,50,'a507b185d69401f73a3ce7bcba200db22ebb58f661dcff9e49135a7b9860d538','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"send-to-chief","read":"second"}','{"done":"sent to the section chief","state":"With section chief","role":"copy editor"}');
INSERT INTO "decisions" VALUES(51,'01a22187c3817bfa9c0aa1d66b95bc6b','01a22187c2e27dcda3c8756d9d8e1491','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875265742,51,'44cae82ad8c1a1e3ed68558ef44cd4f9e39c51c15bce340d484ae1c8ed7cdf93','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-checked","grade":"error","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"section chief","why":"not checked"}');
INSERT INTO "decisions" VALUES(52,'01a22187c3827c06a8c037e33d4afd04','01a22187c2e27dcda3c8756d9d8e1491','acknowledged','Odile Brandt','as I see it','here','','','','Facts checked','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875266745,52,'9d5543a762b7d3365bf7983a75eb37e75fddae915529d41742a252420b6aebbb','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-ticked","grade":"error","sentence":"\u201cFacts checked\u201d is not ticked.","findings":[]}','{"role":"section chief","why":"not ticked"}');
INSERT INTO "decisions" VALUES(53,'01a22187c38a7620be2b77ac2a4f9c08','01a22187c2e27dcda3c8756d9d8e1491','acknowledged','Odile Brandt','as I see it','here','','','','Legal read','','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875274373,53,'1184aba104d68587cbd4dd7bb52d4c3b21b30a38c67cceb309ef678af17a4130','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-ticked","grade":"error","sentence":"\u201cLegal read\u201d is not ticked.","findings":[]}','{"role":"section chief","why":"not ticked"}');
INSERT INTO "decisions" VALUES(54,'01a22187c38b7130a13bffb94d02a8c7','01a22187c2e27dcda3c8756d9d8e1491','approved','Odile Brandt','','here','','','','','approved','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875275069,54,'7ec88dd266e2133a63fae222dea5c790ecf3818a1e391d061a01452cec0420ca','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"move":"approve"}','{"state":"Approved","role":"section chief"}');
INSERT INTO "decisions" VALUES(55,'01a22187c3d2756e9ecfd41f760c1643','01a22187c2e27dcda3c8756d9d8e1491','approval-voided','Odile Brandt','','here','','','','','','null','','c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958',1795858875346333,55,'654bde484df5731667b3605584c7c5e2ac4faba5dd31c1697b3bbaac70e3b486','01a22187bb6d7e0a9940400f5d53d3a6','','{}','{"done":"approval voided"}');
INSERT INTO "decisions" VALUES(56,'01a22187c41170f58fe9d542fc9df2fc','01a22187c2e27dcda3c8756d9d8e1491','approval-back','Odile Brandt','','here','','','','','approved','null','','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',1795858875409055,56,'09fd534b3fb9c2052ecaf9cfd24f2e80fb4e335a9c4e016f2f68c0d0f1bef3de','01a22187bb6d7e0a9940400f5d53d3a6','','{}','{"done":"approval back","state":"Approved"}');
INSERT INTO "decisions" VALUES(57,'01a22187c44c7b8b8c430b0e69002b6a','01a22187c42e743eb13913965c26c97c','put-into-another-section','Odile Brandt','no section → News','here','','','','','','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875468713,57,'aa18c1cb01a01159cc438703a649f240b30fd80763e3d1dffe904908ebae7691','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(58,'01a22187c49b71e38d3abbb80d75f388','01a22187c42e743eb13913965c26c97c','submitted','Rosa Marquez','','here','','','','','with-copy-desk','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875547111,58,'69a4eae60b4486c6a6d76bf45e07512024a4b096a12dee73aeb1a6a66eaa54ab','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"submit"}','{"state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(59,'01a22187c4c37afb84dc31a6ae595a73','01a22187c42e743eb13913965c26c97c','acknowledged','Rosa Marquez','as I see it','here','','','','grammar','','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875587680,59,'0f1934079aad200b7d0011ed34483734d6a442840873c1409701c0f2c8a884b2','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(60,'01a22187c4c474cfb843702669bd64cb','01a22187c42e743eb13913965c26c97c','passed-on','Rosa Marquez','','here','','','','','second-read','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875588298,60,'2a4897281ed20c00b01606eb331c1b40cc0fad9e0b85dde44e8ec67b51b62415','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"pass-on","read":"first"}','{"done":"passed on","state":"Second read","role":"copy editor"}');
INSERT INTO "decisions" VALUES(61,'01a22187c4f471419970c29fc7ae8f80','01a22187c42e743eb13913965c26c97c','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875636071,61,'f47837a249188b775ddedb97389d655bebc41e43dbee789782bdd8db5b2af50b','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"why":"not-checked","grade":"warning","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"copy editor","why":"not checked"}');
INSERT INTO "decisions" VALUES(62,'01a22187c4f47f239113129d73f7fd88','01a22187c42e743eb13913965c26c97c','sent-to-the-section-chief','Odile Brandt','','here','','','','','with-section-chief','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875636942,62,'14686a19ace0b4bafdc96022d1ab29e8ac92cadc9032aaca7d71d14c483fbf08','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{"move":"send-to-chief","read":"second"}','{"done":"sent to the section chief","state":"With section chief","role":"copy editor"}');
INSERT INTO "decisions" VALUES(63,'01a22187c51078a09dbd9b44839a9a79','01a22187c42e743eb13913965c26c97c','acknowledged','Odile Brandt','as I see it','here','','','','grammar','','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875664534,63,'85c450ffb80cbe5aa897db21aaef7ebf0452f0d504140ac4468a21bdfe8440b2','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-checked","grade":"error","sentence":"\u201cgrammar\u201d was not checked (LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window): check it, or pass it by name with a reason.","findings":[]}','{"role":"section chief","why":"not checked"}');
INSERT INTO "decisions" VALUES(64,'01a22187c51172bb90daab074ef467f8','01a22187c42e743eb13913965c26c97c','acknowledged','Odile Brandt','as I see it','here','','','','Facts checked','','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875665167,64,'d53757e8335f0f502604f77036838f61b7ba82e9a922480a0ad90d4c6d763148','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-ticked","grade":"error","sentence":"\u201cFacts checked\u201d is not ticked.","findings":[]}','{"role":"section chief","why":"not ticked"}');
INSERT INTO "decisions" VALUES(65,'01a22187c5117a6fad16fa5eb4809022','01a22187c42e743eb13913965c26c97c','acknowledged','Odile Brandt','as I see it','here','','','','Legal read','','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875665649,65,'f01027f15edc19bda74dbf7a52e423fc1d184c42b068a38b572ac8aa380d4d9f','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"why":"not-ticked","grade":"error","sentence":"\u201cLegal read\u201d is not ticked.","findings":[]}','{"role":"section chief","why":"not ticked"}');
INSERT INTO "decisions" VALUES(66,'01a22187c51a77e39d38cadbba9d0831','01a22187c42e743eb13913965c26c97c','approved','Odile Brandt','','here','','','','','approved','null','','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',1795858875674484,66,'640b8b875e7b47ca90ab67aaf8ddabf3ee742355e6fb103460a3dec3c71e07be','01a22187bb6d7e0a9940400f5d53d3a6','section-chief','{"move":"approve"}','{"state":"Approved","role":"section chief"}');
INSERT INTO "decisions" VALUES(67,'01a22187c5607fa6bb2433c37454ee3b','01a22187c42e743eb13913965c26c97c','approval-voided','Odile Brandt','','here','','','','','','null','','113b643f1c80f32fcf1f85c23ab786d9d13a87d51f0cb0e91065e63a44e364b6',1795858875744972,67,'a1e68ab91ce546905610b415d79b1de7b63426c5fb565a349563366df9d14f7e','01a22187bb6d7e0a9940400f5d53d3a6','','{}','{"done":"approval voided"}');
INSERT INTO "decisions" VALUES(68,'01a22187c59874bb809b75e74fccf6cf','01a22187c5827d4c861650d0d0d70838','put-into-another-section','Odile Brandt','no section → News','here','','','','','','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858875800290,68,'99c4284a0f51e9d4384be80653c348ab206739194025656f417134934430c9af','01a22187bb6d7e0a9940400f5d53d3a6','copy-editor','{}','{"done":"put into another section","role":"copy editor"}');
INSERT INTO "decisions" VALUES(69,'01a22187c62c70d08e3663e2b816ce7a','01a22187c5827d4c861650d0d0d70838','submitted','Rosa Marquez','','here','','','','','with-copy-desk','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858875948043,69,'f725e96757a3cd992ef5560c7f4f8cdd0f42040dccca258212892744e5180714','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"submit"}','{"state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(70,'01a22187c64170f1a43cd99c2c51849b','01a22187c5827d4c861650d0d0d70838','held','Rosa Marquez','a day','here','','','','','hold','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858875969053,70,'8ae5c1f015d28f591e112ab2534a59287a9780789b13c27d99d2e4b663c8fe24','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"hold"}','{"state":"Hold","role":"copy editor"}');
INSERT INTO "decisions" VALUES(71,'01a22187c65975c5896118ed786ba429','01a22187c5827d4c861650d0d0d70838','taken-off-hold','Rosa Marquez','','here','','','','','with-copy-desk','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858875993354,71,'98708bf72d6631bf5bc2e32add297494a6c3aaa29ca92a8634acf532717bfe24','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"move":"resume"}','{"done":"taken off hold","state":"With copy desk","role":"copy editor"}');
INSERT INTO "decisions" VALUES(72,'01a22187c67171ef9d57c0bb43754ad0','01a22187c5827d4c861650d0d0d70838','waived','Rosa Marquez','so it was','here','a5ecce47760b91f4cd8c51b1','style.doubled-word','opened opened','style','','null','','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858876017115,72,'fea3239a986dfc5f1a2b75250e2a38be18f8d148dc253d7d65d032c7ffb5d0e9','01a22187bb74730e8cf2102e5c9c8bb9','copy-editor','{"paragraph":"e0a3a570c7ab9c05"}','{"role":"copy editor"}');
INSERT INTO "decisions" VALUES(73,'01a22187c6887e0eac38c12543f917fd','01a22187c5827d4c861650d0d0d70838','undone','Rosa Marquez','','here','a5ecce47760b91f4cd8c51b1','style.doubled-word','opened opened','style','','null','01a22187c67171ef9d57c0bb43754ad0','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',1795858876040872,73,'5311d74e4e31452c5a81623ce558bbae2083ea298fdb00aea4ab34245c1f70f3','01a22187bb74730e8cf2102e5c9c8bb9','','{"paragraph":"e0a3a570c7ab9c05"}','{}');
CREATE TABLE desk_entries (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	done VARCHAR(64) NOT NULL, 
	who TEXT NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	about VARCHAR(64) NOT NULL, 
	reason TEXT NOT NULL, 
	note TEXT NOT NULL, 
	made BIGINT NOT NULL, 
	place INTEGER NOT NULL, 
	chain VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_desk_entries PRIMARY KEY (number), 
	CONSTRAINT uq_desk_entries_id UNIQUE (id)
);
INSERT INTO "desk_entries" VALUES(1,'5efc5716ef2041cfbb507f53126b19a4','desk-as-it-was-found','','','','','{"people":{"01a22187bb6d7e0a9940400f5d53d3a6":{"name":"Odile Brandt","initials":"OB","roles":{"*":["administrator","copy-editor","keeper-of-the-name-book","section-chief"]},"pin":"","here":true},"01a22187bb74730e8cf2102e5c9c8bb9":{"name":"Rosa Marquez","initials":"RM","roles":{"*":["copy-editor"]},"pin":"","here":true},"01a22187bb777622ab3478f1ed0a14a1":{"name":"Tam Reyes","initials":"TR","roles":{"*":["copy-editor"],"Sport":["keeper-of-the-name-book","section-chief"]},"pin":"","here":true}},"keys":{"5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075":{"person":"01a22187bb6d7e0a9940400f5d53d3a6","who":"Odile Brandt","public":"2XZcRbLw/4fiYw8+mxfVZEXVlT6qKfbeStnKIMAWTQE=","created":1795858873855767,"revoked":null,"by":"","why":""}}}',1795874474388732,74,'ebb1e2866d55969795f9f98da93f93ed8165c359252d4941451e0f14fc1f0aa1');
CREATE TABLE dictionary (
	word TEXT NOT NULL, 
	who TEXT NOT NULL, 
	added BIGINT NOT NULL, 
	CONSTRAINT pk_dictionary PRIMARY KEY (word)
);
CREATE TABLE identities (
	id VARCHAR(32) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_identities PRIMARY KEY (id, person)
);
INSERT INTO "identities" VALUES('eacfd6c67b4550c9a8d2cd359f2e5e61','01a22187bb6d7e0a9940400f5d53d3a6','Odile Brandt');
INSERT INTO "identities" VALUES('5a02fd27e5ee58059afd3a7ea6d21e2d','01a22187bb74730e8cf2102e5c9c8bb9','Rosa Marquez');
CREATE TABLE locks (
	story VARCHAR(32) NOT NULL, 
	holder VARCHAR(128) NOT NULL, 
	who TEXT NOT NULL, 
	since BIGINT NOT NULL, 
	renewed BIGINT NOT NULL, person VARCHAR(32) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_locks PRIMARY KEY (story), 
	CONSTRAINT fk_locks_story FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE TABLE looks (
	person TEXT NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	seen TEXT NOT NULL, 
	looked BIGINT NOT NULL, 
	CONSTRAINT pk_looks PRIMARY KEY (person, story), 
	CONSTRAINT fk_looks_story FOREIGN KEY(story) REFERENCES stories (id)
);
INSERT INTO "looks" VALUES('01a22187bb6d7e0a9940400f5d53d3a6','01a22187bb9079c1b3ec4f94106e41ec',1,'ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','["45165d5942ff69642eaa8105"]',1795858876104468);
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
INSERT INTO "name_proposals" VALUES(1,'01a22187be2b7cf7af8c7e85211189e6','ada holm','person','Ada Holm','[]','','["01a22187bb9079c1b3ec4f94106e41ec","01a22187be6f7f9cb6ab83dc79d6359e","01a22187c2e27dcda3c8756d9d8e1491","01a22187c42e743eb13913965c26c97c"]',1795858873899802,'','',NULL);
INSERT INTO "name_proposals" VALUES(2,'01a22187be2d71d7a4e7aa77b7272bbc','ines duarte','person','Ines Duarte','[]','','["01a22187bb9079c1b3ec4f94106e41ec","01a22187be6f7f9cb6ab83dc79d6359e","01a22187c2e27dcda3c8756d9d8e1491","01a22187c42e743eb13913965c26c97c"]',1795858873901109,'','',NULL);
CREATE TABLE originals (
	number INTEGER NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	format VARCHAR(64) NOT NULL, 
	made BIGINT NOT NULL, 
	CONSTRAINT pk_originals PRIMARY KEY (number), 
	CONSTRAINT fk_originals_sha256 FOREIGN KEY(sha256) REFERENCES blobs (sha256), 
	CONSTRAINT fk_originals_story FOREIGN KEY(story) REFERENCES stories (id)
);
INSERT INTO "originals" VALUES(1,'01a22187c42e743eb13913965c26c97c',1,'3344b75b0cf075500a3969b26ab853ac82b4106cc2f7ef3d2bdac8b637d81967','harbour.docx','docx',1795858875438256);
CREATE TABLE owed (
	what VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_owed PRIMARY KEY (what)
);
CREATE TABLE people (
	id VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	initials TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	pin TEXT NOT NULL, 
	created BIGINT NOT NULL, 
	withdrawn BIGINT, 
	CONSTRAINT pk_people PRIMARY KEY (id)
);
INSERT INTO "people" VALUES('01a22187bb6d7e0a9940400f5d53d3a6','Odile Brandt','OB','{"*":["administrator","copy-editor","keeper-of-the-name-book","section-chief"]}','',1795858873197917,NULL);
INSERT INTO "people" VALUES('01a22187bb74730e8cf2102e5c9c8bb9','Rosa Marquez','RM','{"*":["copy-editor"]}','',1795858873204218,NULL);
INSERT INTO "people" VALUES('01a22187bb777622ab3478f1ed0a14a1','Tam Reyes','TR','{"*":["copy-editor"],"Sport":["keeper-of-the-name-book","section-chief"]}','',1795858873207410,NULL);
CREATE TABLE queue_views (
	id VARCHAR(32) NOT NULL, 
	person TEXT NOT NULL, 
	name TEXT NOT NULL, 
	filter TEXT NOT NULL, 
	made BIGINT NOT NULL, 
	CONSTRAINT pk_queue_views PRIMARY KEY (id), 
	CONSTRAINT uq_queue_views_person UNIQUE (person, name)
);
INSERT INTO "queue_views" VALUES('01a22187c69e75c4a79871fd3b9eda95','01a22187bb6d7e0a9940400f5d53d3a6','With us','{"states":["second-read","with-copy-desk","with-the-lawyer"],"order":"by-deadline"}',1795858876062416);
INSERT INTO "queue_views" VALUES('01a22187c6a279eb97f349bd1ece127d','01a22187bb6d7e0a9940400f5d53d3a6','Sport','{"section":"Sport"}',1795858876066650);
INSERT INTO "queue_views" VALUES('01a22187c6a8720eb99e68a078735afb','01a22187bb6d7e0a9940400f5d53d3a6','Mine','{"mine":true}',1795858876072161);
CREATE TABLE readings (
	item VARCHAR(64) NOT NULL, 
	"key" VARCHAR(256) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	reading TEXT NOT NULL, 
	used BIGINT NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (item, "key", digest)
);
CREATE TABLE recovery (
	id VARCHAR(32) NOT NULL, 
	slug TEXT NOT NULL, 
	body BLOB NOT NULL, 
	kinds TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	format VARCHAR(64) NOT NULL, 
	path TEXT NOT NULL, 
	holder VARCHAR(128) NOT NULL, 
	kept BIGINT NOT NULL, links TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_recovery PRIMARY KEY (id)
);
CREATE TABLE runs (
	story VARCHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	made BIGINT NOT NULL, 
	found TEXT NOT NULL, rules TEXT DEFAULT '' NOT NULL, engine TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (story), 
	CONSTRAINT fk_runs_story FOREIGN KEY(story) REFERENCES stories (id)
);
INSERT INTO "runs" VALUES('01a22187bb9079c1b3ec4f94106e41ec','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','a31337f2a78aa444c1bd3891ecdb8b92fae775348646b9079b81fe88db98400f',1795858873399375,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"45165d5942ff69642eaa8105","paragraph":"853c2e9b87632ae0"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187be6f7f9cb6ab83dc79d6359e','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','b16c89ba5dd669472e9a0c55a5fd7c6c0e8ebffa4142f511220226b336da82ed',1795858874085126,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[36,49],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[36,49,"opened"]]}],"fingerprint":"aa6c3f13e07f4e18f0bf66a7","paragraph":"3da62ff623327717"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c015730b963cb6b4eac7c58b','8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4','8d8a27be577e15d1e2564df07a0705b4b9fa584c2b17c54ad8db88d1a19cb3f7',1795858874472600,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"f468d8e02ec6637eb23ef2e9","paragraph":"a25ba8d0aab6d092"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c0e5792d92507ae3d97bf853','b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6','183e92c86e28b8180b3e9a087adea31f6c9ca72669cd2ddd6848b6642c763633',1795858874690569,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"a178ae38ef66330cca7fa7d4","paragraph":"ce1dda3e37669324"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c18575749f6f42ee62304441','42e001408423b915ac796c7c36b6efc7398e537dc03da158f1f951b70dc907ac','4ec3c3ef0186cb45495d5611df1ae096563ee5d851f2bc7d0d86e99e9cc316a9',1795858874820654,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[36,49],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[36,49,"opened"]]}],"fingerprint":"15aff78d0d5735230a231638","paragraph":"bdb93f35962b4f42"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c1e97476bdf29761b29463ef','85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5','654b3305e8d42680af91f47cb6b33aa855208ac7ef6f9e915d807fb9088d9c13',1795858874910135,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"4d85f355b0961ab3c7cc00a0","paragraph":"712282e7bc99991d"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c2547432bc6fe6135b07379e','b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54','8ba831b354cdf11318fd8e174219d59e54f8af1d4ac7107dd11b61cecf9ad5c1',1795858875026746,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"37e9492bd2f1175d0e0a9437","paragraph":"8b11be1dea7fecb8"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c2e27dcda3c8756d9d8e1491','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166','943c7140900598ef871707941e7136294a7f255b77983fb5e5079932b546d5c2',1795858875420644,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"0ddce803e674ca1723d461d9","paragraph":"363ae9765e98cc08"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c42e743eb13913965c26c97c','113b643f1c80f32fcf1f85c23ab786d9d13a87d51f0cb0e91065e63a44e364b6','08c2dd8b0d35987f92a78126b4a019e4aeee13e264d7f5426966d61020ba48d4',1795858875754334,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[{"item":"ads","rule":"ads.leftover","span":[102,107],"quote":"More.","message":"This line looks left over from a web page: holds only the words of a menu; names nobody and nothing that the story names.","severity":"warning","evidence":[[102,107,"holds only the words of a menu; names nobody and nothing that the story names; stands inside the story"]],"remedies":[{"title":"Take it out","edits":[[100,107,""]]},{"title":"Mark as copy","edits":[],"kind":"copy"},{"title":"Mark as furniture","edits":[],"kind":"furniture"},{"title":"Mark as advertising","edits":[],"kind":"paid"}],"fingerprint":"f48285fb3f8c72447ccc48c7","paragraph":"54ce1d03228d9476"}],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[40,53],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[40,53,"opened"]]}],"fingerprint":"d784c53b3e1c370c22b46a57","paragraph":"13921bd6307b3893"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
INSERT INTO "runs" VALUES('01a22187c5827d4c861650d0d0d70838','31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84','f816903f10e540a4a15d8b285bb5ead6955e25b2f26c038da09435be55495085',1795858875872472,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"a5ecce47760b91f4cd8c51b1","paragraph":"e0a3a570c7ab9c05"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','Copydesk 0.1.0, rule set c56d380537ed','');
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
	made BIGINT NOT NULL, headline TEXT DEFAULT '' NOT NULL, rules TEXT DEFAULT '' NOT NULL, engine TEXT DEFAULT '' NOT NULL, "key" TEXT DEFAULT '' NOT NULL, signature TEXT DEFAULT '' NOT NULL, payload TEXT DEFAULT '' NOT NULL, map_digest VARCHAR(64) DEFAULT '' NOT NULL, furniture_digest VARCHAR(64) DEFAULT '' NOT NULL, kinds TEXT DEFAULT '[]' NOT NULL, person VARCHAR(32) DEFAULT '' NOT NULL, place INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_seals PRIMARY KEY (number), 
	CONSTRAINT fk_seals_story FOREIGN KEY(story) REFERENCES stories (id), 
	CONSTRAINT uq_seals_id UNIQUE (id)
);
INSERT INTO "seals" VALUES(1,'01a22187be0d75d5bfe7a740cd5c25fb','01a22187bb9079c1b3ec4f94106e41ec','ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','a31337f2a78aa444c1bd3891ecdb8b92fae775348646b9079b81fe88db98400f','[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[38,51],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[38,51,"opened"]]}],"fingerprint":"45165d5942ff69642eaa8105","paragraph":"853c2e9b87632ae0"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','["01a22187bc547479adb9fd908a4d4267"]','["grammar","Legal read"]','Odile Brandt',1795858873869361,'','Copydesk 0.1.0, rule set c56d380537ed','','5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075','XoTM0FeFPhMxj2BRciKyOOfRifWD6/hBhVZVPosuPGCWoaRN4uiN78F0ZxSrZI3hPZ52N464L/7spof9mkOKBA==','{"copy_map":{"by_hand":[],"sha256":"ce24394a2edc091661e3ca295732a973a8cf7b96e6f5a9902e0da030a96bb9dd"},"copydesk_seal":1,"furniture":{"sha256":"287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675"},"headline":"","id":"01a22187be0d75d5bfe7a740cd5c25fb","key":"5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075","passed":[{"item":"grammar","reason":"as I see it","why":"not checked"},{"item":"Legal read","reason":"as I see it","why":"not ticked"}],"run":{"digest":"a31337f2a78aa444c1bd3891ecdb8b92fae775348646b9079b81fe88db98400f","engine":"","off":[],"rules":"Copydesk 0.1.0, rule set c56d380537ed","unchecked":["grammar"]},"story":{"id":"01a22187bb9079c1b3ec4f94106e41ec","section":"News","slug":"bridge","version":"1"},"text":{"format":"text","sha256":"ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68"},"trail":{"chain":"47587c90f42888ea5d01d184985724d7a98ab16c02a24242c05d417d99e34d0a","place":14},"waivers":[{"about":"opened opened","id":"01a22187bc547479adb9fd908a4d4267","item":"style","reason":"as spoken","rule":"style.doubled-word","who":"Odile Brandt"}],"when":1795858873869361,"who":{"id":"01a22187bb6d7e0a9940400f5d53d3a6","name":"Odile Brandt","role":"section chief"}}','ce24394a2edc091661e3ca295732a973a8cf7b96e6f5a9902e0da030a96bb9dd','287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675','[]','01a22187bb6d7e0a9940400f5d53d3a6',14);
INSERT INTO "seals" VALUES(2,'01a22187bfb5741684943d0ba4562440','01a22187be6f7f9cb6ab83dc79d6359e','e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','b16c89ba5dd669472e9a0c55a5fd7c6c0e8ebffa4142f511220226b336da82ed','[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[36,49],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[36,49,"opened"]]}],"fingerprint":"aa6c3f13e07f4e18f0bf66a7","paragraph":"3da62ff623327717"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','[]','["grammar","Facts checked","Legal read"]','Odile Brandt',1795858874293251,'','Copydesk 0.1.0, rule set c56d380537ed','','5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075','x081zwOmaLfN54Nw+dcMYhbGTB6FQJVtkN+1q44ZLX/UoN41PgqqSXLqgT7J0emiAySiW/455l9N1sNvi2SlCw==','{"copy_map":{"by_hand":[],"sha256":"932cec1c92a4dc345932f193a4da87cd057f305825d1132d12dd4cbf50bb6601"},"copydesk_seal":1,"furniture":{"sha256":"287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675"},"headline":"","id":"01a22187bfb5741684943d0ba4562440","key":"5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075","passed":[{"item":"grammar","reason":"as I see it","why":"not checked"},{"item":"Facts checked","reason":"as I see it","why":"not ticked"},{"item":"Legal read","reason":"as I see it","why":"not ticked"}],"run":{"digest":"b16c89ba5dd669472e9a0c55a5fd7c6c0e8ebffa4142f511220226b336da82ed","engine":"","off":[],"rules":"Copydesk 0.1.0, rule set c56d380537ed","unchecked":["grammar"]},"story":{"id":"01a22187be6f7f9cb6ab83dc79d6359e","section":"News","slug":"ferry","version":"1"},"text":{"format":"text","sha256":"e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8"},"trail":{"chain":"87937cd2471df9725470ce9f97ce27a01d0a7fc89a68f0795a31357ff3e9f683","place":25},"waivers":[],"when":1795858874293251,"who":{"id":"01a22187bb6d7e0a9940400f5d53d3a6","name":"Odile Brandt","role":"section chief"}}','932cec1c92a4dc345932f193a4da87cd057f305825d1132d12dd4cbf50bb6601','287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675','[]','01a22187bb6d7e0a9940400f5d53d3a6',25);
INSERT INTO "seals" VALUES(3,'01a22187c38b7d96a36392860b995508','01a22187c2e27dcda3c8756d9d8e1491','bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166','943c7140900598ef871707941e7136294a7f255b77983fb5e5079932b546d5c2','[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[34,47],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[34,47,"opened"]]}],"fingerprint":"0ddce803e674ca1723d461d9","paragraph":"363ae9765e98cc08"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','[]','["grammar","Facts checked","Legal read"]','Odile Brandt',1795858875275845,'','Copydesk 0.1.0, rule set c56d380537ed','','5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075','nKLZursgwrm4Nt6kQjNHzdFvmwlIQW5udFE8eQqNwrmx1T0VkOUHiCA5qKIReJVprJpy6Y7KxWQF+SK2eA5fDA==','{"copy_map":{"by_hand":[],"sha256":"99bd3d6203bb8330e700caeee085724c3d6ce8285035258e33099ac25a90268e"},"copydesk_seal":1,"furniture":{"sha256":"287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675"},"headline":"","id":"01a22187c38b7d96a36392860b995508","key":"5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075","passed":[{"item":"grammar","reason":"as I see it","why":"not checked"},{"item":"Facts checked","reason":"as I see it","why":"not ticked"},{"item":"Legal read","reason":"as I see it","why":"not ticked"}],"run":{"digest":"943c7140900598ef871707941e7136294a7f255b77983fb5e5079932b546d5c2","engine":"","off":[],"rules":"Copydesk 0.1.0, rule set c56d380537ed","unchecked":["grammar"]},"story":{"id":"01a22187c2e27dcda3c8756d9d8e1491","section":"News","slug":"rail","version":"1"},"text":{"format":"text","sha256":"bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166"},"trail":{"chain":"7ec88dd266e2133a63fae222dea5c790ecf3818a1e391d061a01452cec0420ca","place":54},"waivers":[],"when":1795858875275845,"who":{"id":"01a22187bb6d7e0a9940400f5d53d3a6","name":"Odile Brandt","role":"section chief"}}','99bd3d6203bb8330e700caeee085724c3d6ce8285035258e33099ac25a90268e','287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675','[]','01a22187bb6d7e0a9940400f5d53d3a6',54);
INSERT INTO "seals" VALUES(4,'01a22187c51b7a39903c8b023783aefd','01a22187c42e743eb13913965c26c97c','40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684','34118a669e93a6d2f290af59ac2916a6e9122feab0990659ce2a50794b7d6d25','[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."},{"item":"names","findings":[],"unchecked":""},{"item":"ads","findings":[],"unchecked":""},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[40,53],"quote":"opened opened","message":"\u201copened opened\u201d: the word stands twice.","severity":"error","suggestions":["opened"],"remedies":[{"title":"Change to \u201copened\u201d","edits":[[40,53,"opened"]]}],"fingerprint":"d784c53b3e1c370c22b46a57","paragraph":"13921bd6307b3893"}],"unchecked":""},{"item":"structure","findings":[],"unchecked":""}]','[]','["grammar","Facts checked","Legal read"]','Odile Brandt',1795858875675634,'','Copydesk 0.1.0, rule set c56d380537ed','','5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075','MpgLtCPLyklF8Xfiyj4IA5e7Er8az8GbncBGruMdd1IDXpq4YRSwYNutkfryUvKsUDX8mluBXgS7CatzZ5POBg==','{"copy_map":{"by_hand":[],"sha256":"fadf04206ef08edf7653275c5221138605a537ab59a6b433bd15fc4e8516118d"},"copydesk_seal":1,"furniture":{"sha256":"287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675"},"headline":"","id":"01a22187c51b7a39903c8b023783aefd","key":"5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075","passed":[{"item":"grammar","reason":"as I see it","why":"not checked"},{"item":"Facts checked","reason":"as I see it","why":"not ticked"},{"item":"Legal read","reason":"as I see it","why":"not ticked"}],"run":{"digest":"34118a669e93a6d2f290af59ac2916a6e9122feab0990659ce2a50794b7d6d25","engine":"","off":[],"rules":"Copydesk 0.1.0, rule set c56d380537ed","unchecked":["grammar"]},"story":{"id":"01a22187c42e743eb13913965c26c97c","section":"News","slug":"harbour","version":"1"},"text":{"format":"text","sha256":"40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684"},"trail":{"chain":"640b8b875e7b47ca90ab67aaf8ddabf3ee742355e6fb103460a3dec3c71e07be","place":66},"waivers":[],"when":1795858875675634,"who":{"id":"01a22187bb6d7e0a9940400f5d53d3a6","name":"Odile Brandt","role":"section chief"}}','fadf04206ef08edf7653275c5221138605a537ab59a6b433bd15fc4e8516118d','287ff032e6070b870d9e167bbf4af03fa15f8193cc10f9387d68c01a6ccc3675','[]','01a22187bb6d7e0a9940400f5d53d3a6',66);
CREATE TABLE signing_keys (
	fingerprint VARCHAR(64) NOT NULL, 
	person VARCHAR(32) NOT NULL, 
	who TEXT NOT NULL, 
	public_key TEXT NOT NULL, 
	created BIGINT NOT NULL, 
	revoked BIGINT, 
	revoked_by TEXT NOT NULL, 
	why TEXT NOT NULL, 
	CONSTRAINT pk_signing_keys PRIMARY KEY (fingerprint)
);
INSERT INTO "signing_keys" VALUES('5b4ddb4f832cc9f1e17a828f0a1c664c4777852ac835d06c81982774e5a10075','01a22187bb6d7e0a9940400f5d53d3a6','Odile Brandt','2XZcRbLw/4fiYw8+mxfVZEXVlT6qKfbeStnKIMAWTQE=',1795858873855767,NULL,'','');
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
	tally TEXT NOT NULL, deadline BIGINT, hold_until BIGINT, hands TEXT DEFAULT '' NOT NULL, waived INTEGER DEFAULT '0' NOT NULL, unchecked INTEGER DEFAULT '0' NOT NULL, seal VARCHAR(32) DEFAULT '' NOT NULL, due BIGINT GENERATED ALWAYS AS (coalesce(deadline, 4611686018427387904 - changed)), owner_id VARCHAR(32) DEFAULT '' NOT NULL, roles TEXT DEFAULT '[]' NOT NULL, embargo BIGINT, details TEXT DEFAULT '{}' NOT NULL, links TEXT DEFAULT '[]' NOT NULL, apart INTEGER DEFAULT '0' NOT NULL, lent TEXT DEFAULT '{}' NOT NULL, opposites INTEGER DEFAULT '0' NOT NULL, hands_too TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_stories PRIMARY KEY (number), 
	CONSTRAINT fk_stories_sha256 FOREIGN KEY(sha256) REFERENCES texts (sha256), 
	CONSTRAINT uq_stories_id UNIQUE (id)
);
INSERT INTO "stories" VALUES(1,'01a22187bb9079c1b3ec4f94106e41ec','bridge','','News','','approved','Odile Brandt','','','text','utf-8',1795858873232598,1795858873871002,0,1,'ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'',1,1,'01a22187be0d75d5bfe7a740cd5c25fb','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(2,'01a22187be6f7f9cb6ab83dc79d6359e','ferry','','News','','returned','Odile Brandt','','','text','utf-8',1795858873967966,1795858874357294,0,1,'e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'01a22187bb74730e8cf2102e5c9c8bb9',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(3,'01a22187c015730b963cb6b4eac7c58b','market','','News','','hold','Odile Brandt','','','text','utf-8',1795858874389178,1795858874581915,0,1,'8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,1925078400000000,'',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(4,'01a22187c0e5792d92507ae3d97bf853','fire','','News','','reopened','Odile Brandt','','','text','utf-8',1795858874597566,1795858874746505,0,1,'b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(5,'01a22187c18575749f6f42ee62304441','flood','','Sport','','spiked','Odile Brandt','','','text','utf-8',1795858874757332,1795858874847148,0,1,'42e001408423b915ac796c7c36b6efc7398e537dc03da158f1f951b70dc907ac','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(6,'01a22187c1e97476bdf29761b29463ef','museum','','Sport','','draft','Odile Brandt','','','text','utf-8',1795858874857271,1795883617374868,0,3,'85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'01a22187bb6d7e0a9940400f5d53d3a6',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[[0,4,"https://example.org/museum"]]',0,'{}',0,'');
INSERT INTO "stories" VALUES(7,'01a22187c2547432bc6fe6135b07379e','lawyer','','News','','with-the-lawyer','Odile Brandt','','','text','utf-8',1795858874964255,1795858875095098,0,1,'b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(8,'01a22187c2e27dcda3c8756d9d8e1491','rail','','News','','approved','Rosa Marquez','','','text','utf-8',1795858875106851,1795858875408853,0,3,'bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'',0,1,'01a22187c38b7d96a36392860b995508','5a02fd27e5ee58059afd3a7ea6d21e2d','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(9,'01a22187c42e743eb13913965c26c97c','harbour','','News','','with-section-chief','Odile Brandt','','','text','utf-8',1795858875438256,1795858875744765,0,2,'113b643f1c80f32fcf1f85c23ab786d9d13a87d51f0cb0e91065e63a44e364b6','[]',0,1,0,'{"open":{"ads":1},"unchecked":["grammar"]}',NULL,NULL,'',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
INSERT INTO "stories" VALUES(10,'01a22187c5827d4c861650d0d0d70838','back','','News','','with-copy-desk','Odile Brandt','','','text','utf-8',1795858875778824,1795858875996323,0,1,'31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84','[]',0,0,0,'{"open":{},"unchecked":["grammar"]}',NULL,NULL,'',0,1,'','eacfd6c67b4550c9a8d2cd359f2e5e61','[]',NULL,'{}','[]',0,'{}',0,'');
CREATE TABLE strand_entries (
	number INTEGER NOT NULL, 
	strand VARCHAR(32) NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	place INTEGER NOT NULL, 
	"before" VARCHAR(64) NOT NULL, 
	chain VARCHAR(64) NOT NULL, 
	entry TEXT NOT NULL, 
	CONSTRAINT pk_strand_entries PRIMARY KEY (number)
);
CREATE TABLE strand_heads (
	strand VARCHAR(32) NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	place INTEGER NOT NULL, 
	chain VARCHAR(64) NOT NULL, 
	signature TEXT NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_strand_heads PRIMARY KEY (strand, story)
);
CREATE TABLE strand_things (
	strand VARCHAR(32) NOT NULL, 
	story VARCHAR(32) NOT NULL, 
	sort VARCHAR(64) NOT NULL, 
	thing VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_strand_things PRIMARY KEY (strand, story, sort, thing)
);
CREATE TABLE strands (
	id VARCHAR(32) NOT NULL, 
	public_key TEXT NOT NULL, 
	name TEXT NOT NULL, 
	since INTEGER, 
	is_home INTEGER NOT NULL, 
	known BIGINT NOT NULL, 
	secret TEXT NOT NULL, 
	CONSTRAINT pk_strands PRIMARY KEY (id)
);
CREATE TABLE texts (
	sha256 VARCHAR(64) NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY (sha256)
);
INSERT INTO "texts" VALUES('ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68',X'627269646765206F70656E730A0A42792041646120486F6C6D0A0A54686520627269646765206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8',X'6665727279206F70656E730A0A42792041646120486F6C6D0A0A546865206665727279206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4',X'6D61726B6574206F70656E730A0A42792041646120486F6C6D0A0A546865206D61726B6574206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6',X'66697265206F70656E730A0A42792041646120486F6C6D0A0A5468652066697265206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('42e001408423b915ac796c7c36b6efc7398e537dc03da158f1f951b70dc907ac',X'666C6F6F64206F70656E730A0A42792041646120486F6C6D0A0A54686520666C6F6F64206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5',X'6D757365756D206F70656E730A0A42792041646120486F6C6D0A0A546865206D757365756D206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54',X'6C6177796572206F70656E730A0A42792041646120486F6C6D0A0A546865206C6177796572206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166',X'7261696C206F70656E730A0A42792041646120486F6C6D0A0A546865207261696C206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958',X'7261696C206F70656E730A0A42792041646120486F6C6D0A0A546865207261696C206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A0A4D6F72652E0A');
INSERT INTO "texts" VALUES('40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684',X'686172626F7572206F70656E730A0A42792041646120486F6C6D0A0A54686520686172626F7572206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('113b643f1c80f32fcf1f85c23ab786d9d13a87d51f0cb0e91065e63a44e364b6',X'686172626F7572206F70656E730A0A42792041646120486F6C6D0A0A54686520686172626F7572206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A0A4D6F72652E0A');
INSERT INTO "texts" VALUES('31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84',X'6261636B206F70656E730A0A42792041646120486F6C6D0A0A546865206261636B206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A');
INSERT INTO "texts" VALUES('67c7289cebb9ef8b9796a99f39cd364d4c3967bdbe1b040989123a3415fc57cd',X'6D757365756D206F70656E730A0A42792041646120486F6C6D0A0A546865206D757365756D206F70656E6564206F70656E6564206F6E204D6F6E6461792C2073616964204D61796F7220496E6573204475617274652E0A0A4974207261696E65642E0A0A0A4974206F70656E732061742074656E2E');
CREATE TABLE trail (
	id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	chain VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_trail PRIMARY KEY (id)
);
INSERT INTO "trail" VALUES(1,74,'ebb1e2866d55969795f9f98da93f93ed8165c359252d4941451e0f14fc1f0aa1');
CREATE TABLE versions (
	story VARCHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	kinds TEXT NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	made BIGINT NOT NULL, person VARCHAR(32) DEFAULT '' NOT NULL, links TEXT DEFAULT '[]' NOT NULL, digest VARCHAR(64) DEFAULT '' NOT NULL, parents TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_versions PRIMARY KEY (story, number), 
	CONSTRAINT fk_versions_sha256 FOREIGN KEY(sha256) REFERENCES texts (sha256), 
	CONSTRAINT fk_versions_story FOREIGN KEY(story) REFERENCES stories (id)
);
INSERT INTO "versions" VALUES('01a22187bb9079c1b3ec4f94106e41ec',1,'ce39627e577ce3dc87e6156c23c45ab25df1ce77f25e4dd1799983f74f64fd68','[]','Odile Brandt','opened',1795858873232598,'','[]','d41b9a280974380695793bac62910505af5f3f7dd0de799032915a320d38f7c3','[]');
INSERT INTO "versions" VALUES('01a22187be6f7f9cb6ab83dc79d6359e',1,'e47a32aafaaee1e37248972c2aa00309edb3a329663a1af7f30e3bad39a3fdd8','[]','Odile Brandt','opened',1795858873967966,'','[]','1976edaa61c41f68bf96c82f83e1e12690630855eb7c629f3ba740443cf1ad7e','[]');
INSERT INTO "versions" VALUES('01a22187c015730b963cb6b4eac7c58b',1,'8170bc38fd46ac5df738f122733b0d70cccb132fa77ab1ca794a10c687110de4','[]','Odile Brandt','opened',1795858874389178,'','[]','b2d37d7d40865a018cd9a11cbd054ad455b4226b841b1f0a1dc8745ed70e0f19','[]');
INSERT INTO "versions" VALUES('01a22187c0e5792d92507ae3d97bf853',1,'b419d7310fb10cf2fa43e12da7eeaa94e6e48c549140e5e94962d40f80016cf6','[]','Odile Brandt','opened',1795858874597566,'','[]','6a9f3b389a8cc22e3c054a586591cb9e2eb1b117f3423ba7a09f37795db87b59','[]');
INSERT INTO "versions" VALUES('01a22187c18575749f6f42ee62304441',1,'42e001408423b915ac796c7c36b6efc7398e537dc03da158f1f951b70dc907ac','[]','Odile Brandt','opened',1795858874757332,'','[]','6efb856638baddce9b0ea1c68134d23dcf9beec6ed442e0b17527e0633d6e8d0','[]');
INSERT INTO "versions" VALUES('01a22187c1e97476bdf29761b29463ef',1,'85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5','[]','Odile Brandt','opened',1795858874857271,'','[]','ae2eb2370c77fe17e1206a1b26bad3325884c66c075e9443b4c68866fb4beace','[]');
INSERT INTO "versions" VALUES('01a22187c2547432bc6fe6135b07379e',1,'b6346344411bd5f3651cb169ae444e34a31631e7443bee6c4796e762b2760e54','[]','Odile Brandt','opened',1795858874964255,'','[]','867385c9225df387e84fad3658372f25b053dcf1520a11b9c622fb145f25eec8','[]');
INSERT INTO "versions" VALUES('01a22187c2e27dcda3c8756d9d8e1491',1,'bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166','[]','Rosa Marquez','opened',1795858875106851,'','[]','3b8b590a84d65651043e8365e1afaaf632629b67fc175ba936c4d3ec558adf7c','[]');
INSERT INTO "versions" VALUES('01a22187c2e27dcda3c8756d9d8e1491',2,'c03b47e1e93e97ec4f4519964f408c27ee86038997a5f48d17094476e1bb4958','[]','Odile Brandt','',1795858875339693,'','[]','1975e8b04d8324f0aefc71b7806e94ce26f28d450ff5d49eba85a16c5094bd0a','["3b8b590a84d65651043e8365e1afaaf632629b67fc175ba936c4d3ec558adf7c"]');
INSERT INTO "versions" VALUES('01a22187c2e27dcda3c8756d9d8e1491',3,'bf71954d653712cd342374a4904d37231c853384bbdc68834a073a7f57916166','[]','Odile Brandt','',1795858875404766,'','[]','df60cd133d2bc401d45349ada178c66277bf691129cf50ada6866d148d79251b','["1975e8b04d8324f0aefc71b7806e94ce26f28d450ff5d49eba85a16c5094bd0a"]');
INSERT INTO "versions" VALUES('01a22187c42e743eb13913965c26c97c',1,'40c0e22cebad6ae46a0cf165b5bea8c9e82f812e15c3c1cb6ac178fce362f684','[]','Odile Brandt','opened',1795858875438256,'','[]','9c417d77f67164aa7ae9455ea12db32b0ec7fa0ecf0817edddc3caa5c75d6ea4','[]');
INSERT INTO "versions" VALUES('01a22187c42e743eb13913965c26c97c',2,'113b643f1c80f32fcf1f85c23ab786d9d13a87d51f0cb0e91065e63a44e364b6','[]','Odile Brandt','',1795858875742682,'','[]','1bfae0cf949bedc978a2364c99a4620b28f35ff8482c2dc7e6daca31ccbe51c0','["9c417d77f67164aa7ae9455ea12db32b0ec7fa0ecf0817edddc3caa5c75d6ea4"]');
INSERT INTO "versions" VALUES('01a22187c5827d4c861650d0d0d70838',1,'31105f2affd933a58307e2fe767ff72cfa1c29cf56cc836dd502d03a39630e84','[]','Odile Brandt','opened',1795858875778824,'','[]','35603833f5165e515fa10d9d313fadb703ef44d99437d9014132d280ad2c5b84','[]');
INSERT INTO "versions" VALUES('01a22187c1e97476bdf29761b29463ef',2,'67c7289cebb9ef8b9796a99f39cd364d4c3967bdbe1b040989123a3415fc57cd','[]','Odile Brandt','hours added',1795883617342926,'01a22187bb6d7e0a9940400f5d53d3a6','[[0,4,"https://example.org/museum"]]','9f0b587188952feddbd7182bc489468022be67565c0f892febe1db7f909b7c93','["ae2eb2370c77fe17e1206a1b26bad3325884c66c075e9443b4c68866fb4beace"]');
INSERT INTO "versions" VALUES('01a22187c1e97476bdf29761b29463ef',3,'85351449934833981cd53b022019c1b25073cc83f1669e782df06cd0d03e5fc5','[]','Odile Brandt','hours taken out',1795883617374868,'01a22187bb6d7e0a9940400f5d53d3a6','[[0,4,"https://example.org/museum"]]','8463cddcdb89e1cdd4f203b268e86219e8079222b12da99b80b7512e0da42e9d','["9f0b587188952feddbd7182bc489468022be67565c0f892febe1db7f909b7c93"]');
CREATE INDEX ix_stories_changed ON stories (changed, number);
CREATE INDEX ix_stories_path ON stories (path);
CREATE INDEX ix_decisions_story ON decisions (story, number);
CREATE INDEX ix_seals_story ON seals (story, number);
CREATE INDEX ix_readings_used ON readings (used);
CREATE UNIQUE INDEX ix_name_book_key ON name_book ("key", kind) WHERE withdrawn IS NULL;
CREATE INDEX ix_signing_keys_person ON signing_keys (person, who);
CREATE INDEX ix_seals_sha256 ON seals (sha256);
CREATE INDEX ix_comments_story ON comments (story, number);
CREATE UNIQUE INDEX ix_decisions_place ON decisions (place);
CREATE INDEX ix_stories_due ON stories (due, number, state, section);
CREATE INDEX ix_stories_state_due ON stories (state, due, number, section, hands);
CREATE INDEX ix_stories_section_due ON stories (section, due, number, state);
CREATE INDEX ix_stories_hands ON stories (hands, due, number, state, section);
CREATE INDEX ix_decisions_desk ON decisions (number) WHERE scope = 'on-this-desk';
CREATE VIRTUAL TABLE story_index USING fts5(
            slug, headline, body, content = 'story_words', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
        );
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'texts is append-only'); END;
CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'texts is append-only'); END;
CREATE TRIGGER versions_no_delete BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'versions is append-only'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER comments_no_update BEFORE UPDATE ON comments BEGIN SELECT RAISE(ABORT, 'comments is append-only'); END;
CREATE TRIGGER comments_no_delete BEFORE DELETE ON comments BEGIN SELECT RAISE(ABORT, 'comments is append-only'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
CREATE INDEX ix_stories_owner ON stories (owner_id, due, number, state, section, hands);
CREATE INDEX ix_identities_person ON identities (person);
CREATE INDEX ix_originals_story ON originals (story, number);
CREATE TRIGGER blobs_no_update BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER blobs_no_delete BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs is append-only'); END;
CREATE TRIGGER originals_no_update BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'originals is append-only'); END;
CREATE TRIGGER originals_no_delete BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'originals is append-only'); END;
CREATE UNIQUE INDEX ix_desk_entries_place ON desk_entries (place);
CREATE TRIGGER desk_entries_no_update BEFORE UPDATE ON desk_entries BEGIN SELECT RAISE(ABORT, 'desk_entries is append-only'); END;
CREATE TRIGGER desk_entries_no_delete BEFORE DELETE ON desk_entries BEGIN SELECT RAISE(ABORT, 'desk_entries is append-only'); END;
CREATE INDEX ix_strand_heads_story ON strand_heads (story);
CREATE UNIQUE INDEX ix_strand_entries_place ON strand_entries (strand, place);
CREATE INDEX ix_strand_entries_story ON strand_entries (story, strand, place);
CREATE INDEX ix_strand_things_story ON strand_things (story);
CREATE TRIGGER versions_no_update BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions is append-only'); END;
CREATE UNIQUE INDEX ix_versions_digest ON versions (digest) WHERE digest <> '';
CREATE TRIGGER strand_entries_no_update BEFORE UPDATE ON strand_entries BEGIN SELECT RAISE(ABORT, 'strand_entries is append-only'); END;
CREATE TRIGGER strand_entries_no_delete BEFORE DELETE ON strand_entries BEGIN SELECT RAISE(ABORT, 'strand_entries is append-only'); END;
CREATE TRIGGER strand_things_no_update BEFORE UPDATE ON strand_things BEGIN SELECT RAISE(ABORT, 'strand_things is append-only'); END;
CREATE TRIGGER strand_things_no_delete BEFORE DELETE ON strand_things BEGIN SELECT RAISE(ABORT, 'strand_things is append-only'); END;
CREATE INDEX ix_stories_source ON stories (source_sha256);
CREATE INDEX ix_stories_hands_too ON stories (due, number) WHERE hands_too <> '';
CREATE INDEX ix_stories_state ON stories (state, changed, number, section, hands);
CREATE INDEX ix_stories_section ON stories (section, changed, number, state);
CREATE INDEX ix_stories_hands_changed ON stories (hands, changed, number, state, section);
CREATE INDEX ix_stories_owner_changed ON stories (owner_id, changed, number, state, section, hands);
CREATE INDEX ix_stories_hands_too_changed ON stories (changed, number) WHERE hands_too <> '';
CREATE VIEW story_words AS SELECT stories.number, (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(slug, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(slug, at, 1), '') FROM s WHERE unicode(substr(slug, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w) AS slug, (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(headline, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(headline, at, 1), '') FROM s WHERE unicode(substr(headline, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w) AS headline, CAST(body AS TEXT) AS body FROM stories JOIN texts USING (sha256);
CREATE TRIGGER story_index_insert AFTER INSERT ON stories BEGIN INSERT INTO story_index (rowid, slug, headline, body) VALUES (new.number, (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(new.slug, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(new.slug, at, 1), '') FROM s WHERE unicode(substr(new.slug, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w), (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(new.headline, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(new.headline, at, 1), '') FROM s WHERE unicode(substr(new.headline, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w), (SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = new.sha256)); END;
CREATE TRIGGER story_index_update AFTER UPDATE OF slug, headline, sha256 ON stories WHEN old.slug <> new.slug OR old.headline <> new.headline OR old.sha256 <> new.sha256 BEGIN INSERT INTO story_index (story_index, rowid, slug, headline, body) VALUES ('delete', old.number, (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(old.slug, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(old.slug, at, 1), '') FROM s WHERE unicode(substr(old.slug, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w), (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(old.headline, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(old.headline, at, 1), '') FROM s WHERE unicode(substr(old.headline, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w), (SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = old.sha256)); INSERT INTO story_index (rowid, slug, headline, body) VALUES (new.number, (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(new.slug, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(new.slug, at, 1), '') FROM s WHERE unicode(substr(new.slug, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w), (WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length(substr(new.headline, 1, 1000))), w(all_of) AS (SELECT '--' || coalesce((SELECT group_concat(substr(new.headline, at, 1), '') FROM s WHERE unicode(substr(new.headline, at, 1)) NOT BETWEEN 768 AND 879), '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w), (SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = new.sha256)); END;
INSERT INTO story_index (story_index) VALUES ('rebuild');
COMMIT;
