ATTACH '/data/big.db' AS big;
CREATE TABLE big.t (data BLOB);
INSERT INTO big.t VALUES (randomblob(8 * 1024 * 1024));
