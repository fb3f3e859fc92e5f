CREATE TABLE t (a);
VACUUM INTO '/code/main.sql';
