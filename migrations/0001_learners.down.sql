DROP TABLE accounts;
DROP TABLE learners;
