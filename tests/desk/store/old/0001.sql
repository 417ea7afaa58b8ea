-- A database as the first version of the store left it, with invented stories.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
INSERT INTO "decisions" VALUES(1,'01a20cb576af7d17a8adee6a159a8a63','01a20cb576a67a6fa496f7e633d45f1c','waived','Rosa Marquez','as spoken','here','0123456789abcdef01234567','style.doubled-word','the','style','','null','','98578dc73e2d2a3a3ca9630a74f0f001439619e5beb7b7931f726671b77e46ba',1795509548719808);
INSERT INTO "decisions" VALUES(2,'01a20cb576b27018b4b1433dd1841482','01a20cb576a67a6fa496f7e633d45f1c','answered','Rosa Marquez','','here','','','','names','','["Ines Dorval","In\u00e9s Dorval","same"]','','',1795509548722000);
INSERT INTO "decisions" VALUES(3,'01a20cb576b974d69cd09f424cb7109a','01a20cb576b379648e39585bc928ef70','submitted','Rosa Marquez','','here','','','','','With copy desk','null','','b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646',1795509548729286);
INSERT INTO "decisions" VALUES(4,'01a20cb576bb74a9b10fa1d47f77f445','01a20cb576b379648e39585bc928ef70','passed on','Rosa Marquez','','here','','','','','Second read','null','','b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646',1795509548731281);
INSERT INTO "decisions" VALUES(5,'01a20cb576bc7d6bb6339f52f1cc8717','01a20cb576b379648e39585bc928ef70','sent to the section chief','Tam Reyes','','here','','','','','With section chief','null','','b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646',1795509548732830);
INSERT INTO "decisions" VALUES(6,'01a20cb576bf78ed8d6658346a50190a','01a20cb576b379648e39585bc928ef70','approved','Odile Brandt','','here','','','','','Approved','null','','b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646',1795509548735547);
INSERT INTO "decisions" VALUES(7,'01a20cb576c0795ab6274fe2639221fb','01a20cb576a67a6fa496f7e633d45f1c','ticked','Rosa Marquez','','here','','','','Legal read','','null','','',1795509548736581);
INSERT INTO "decisions" VALUES(8,'01a20cb576c279c8a9ca59be4bb5990d','01a20cb576a67a6fa496f7e633d45f1c','undone','Rosa Marquez','','here','','','','Legal read','','null','01a20cb576c0795ab6274fe2639221fb','',1795509548738608);
CREATE TABLE dictionary (
	word TEXT NOT NULL, 
	who TEXT NOT NULL, 
	added BIGINT NOT NULL, 
	CONSTRAINT pk_dictionary PRIMARY KEY (word)
);
INSERT INTO "dictionary" VALUES('Dorval','Rosa Marquez',1795509548742007);
CREATE TABLE locks (
	story VARCHAR(32) NOT NULL, 
	holder VARCHAR(128) NOT NULL, 
	who TEXT NOT NULL, 
	since BIGINT NOT NULL, 
	renewed BIGINT NOT NULL, 
	CONSTRAINT pk_locks PRIMARY KEY (story), 
	CONSTRAINT fk_locks_story FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE TABLE readings (
	item VARCHAR(64) NOT NULL, 
	"key" VARCHAR(256) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	reading TEXT NOT NULL, 
	used BIGINT NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (item, "key", digest)
);
INSERT INTO "readings" VALUES('grammar','019935c0054c9ad6385432f7f0666a76','abababababababababababababababab','[[3,9,"RULE"]]',1795509548739999);
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
INSERT INTO "recovery" VALUES('01a20cb576a67a6fa496f7e633d45f1c','flood',X'466C6F6F64207265616368657320486172726F7720517561790A0A4D61796F7220496E657320446F7276616C2073616964207468652074686520776174657220726F73652E0A0A4D6F726520776173207479706564','[]',0,'text','','',1795509548742723);
CREATE TABLE runs (
	story VARCHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	made BIGINT NOT NULL, 
	found TEXT NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (story), 
	CONSTRAINT fk_runs_story FOREIGN KEY(story) REFERENCES stories (id)
);
INSERT INTO "runs" VALUES('01a20cb576a67a6fa496f7e633d45f1c','98578dc73e2d2a3a3ca9630a74f0f001439619e5beb7b7931f726671b77e46ba','095ca875100da36b8e47041a6518dc8d70c0f9738a2531b60d77ec9f466cf012',1795509548716131,'[{"item":"grammar","findings":[],"unchecked":"LanguageTool is not installed."},{"item":"style","findings":[{"item":"style","rule":"style.doubled-word","span":[50,57],"quote":"the the","message":"\u201cthe\u201d stands twice.","severity":"error","suggestions":["the"],"evidence":[[50,53,"here first"]],"remedies":[{"title":"Change to \u201cthe\u201d","edits":[[50,57,"the"]]}],"fingerprint":"0123456789abcdef01234567","subject":"the"}],"unchecked":""}]');
INSERT INTO "runs" VALUES('01a20cb576b379648e39585bc928ef70','b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646','8c55ced9afa487058c4cafc28b8f28343483531150e8259a7bb7a5b4fed4a4bc',1795509548727493,'[{"item":"style","findings":[],"unchecked":""}]');
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
INSERT INTO "seals" VALUES(1,'01a20cb576be7345ab19522bd92fafe2','01a20cb576b379648e39585bc928ef70','b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646','8c55ced9afa487058c4cafc28b8f28343483531150e8259a7bb7a5b4fed4a4bc','[{"item":"style","findings":[],"unchecked":""}]','[]','[]','Odile Brandt',1795509548734199);
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
INSERT INTO "stories" VALUES(1,'01a20cb576a67a6fa496f7e633d45f1c','flood','Flood reaches Harrow Quay','News','en-GB','Draft','Rosa Marquez','drafts/flood.txt','','text','utf-8',1795509548710638,1795509548710638,0,1,'98578dc73e2d2a3a3ca9630a74f0f001439619e5beb7b7931f726671b77e46ba','[[0,"furniture"]]',0,0,0,'{"open":{},"unchecked":["grammar"]}');
INSERT INTO "stories" VALUES(2,'01a20cb576b379648e39585bc928ef70','harbour','Harbour opens','Business','','Approved','Tam Reyes','','','text','utf-8',1795509548723582,1795509548735547,0,2,'b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646','[]',0,0,0,'{"open":{},"unchecked":[]}');
CREATE TABLE texts (
	sha256 VARCHAR(64) NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY (sha256)
);
INSERT INTO "texts" VALUES('98578dc73e2d2a3a3ca9630a74f0f001439619e5beb7b7931f726671b77e46ba',X'466C6F6F64207265616368657320486172726F7720517561790A0A4D61796F7220496E657320446F7276616C2073616964207468652074686520776174657220726F73652E0A');
INSERT INTO "texts" VALUES('231882399e779ae3811c57d81c9a9c7f24f7ac44b5125ac0285239902400da88',X'54686520686172626F7572206F70656E7320616761696E206F6E204D6F6E6461792E');
INSERT INTO "texts" VALUES('b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646',X'54686520686172626F7572206F70656E7320616761696E206F6E20547565736461792E');
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
INSERT INTO "versions" VALUES('01a20cb576a67a6fa496f7e633d45f1c',1,'98578dc73e2d2a3a3ca9630a74f0f001439619e5beb7b7931f726671b77e46ba','[[0,"furniture"]]','Rosa Marquez','opened',1795509548710638);
INSERT INTO "versions" VALUES('01a20cb576b379648e39585bc928ef70',1,'231882399e779ae3811c57d81c9a9c7f24f7ac44b5125ac0285239902400da88','[]','Tam Reyes','opened',1795509548723582);
INSERT INTO "versions" VALUES('01a20cb576b379648e39585bc928ef70',2,'b69e6c6638676b3ab1c4bacd36d812c2d0427943b3e15e15561ec8172f06f646','[]','Tam Reyes','date mended',1795509548725141);
CREATE INDEX ix_stories_changed ON stories (changed, number);
CREATE INDEX ix_stories_path ON stories (path);
CREATE INDEX ix_stories_section ON stories (section, changed, number);
CREATE INDEX ix_stories_state ON stories (state, changed, number);
CREATE INDEX ix_decisions_desk ON decisions (number) WHERE scope = 'on this desk';
CREATE INDEX ix_decisions_story ON decisions (story, number);
CREATE INDEX ix_seals_story ON seals (story, number);
CREATE INDEX ix_readings_used ON readings (used);
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'texts is append-only'); END;
CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'texts is append-only'); END;
CREATE TRIGGER versions_no_update BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions is append-only'); END;
CREATE TRIGGER versions_no_delete BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'versions is append-only'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;
COMMIT;
