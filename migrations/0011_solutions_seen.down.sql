DROP TABLE solutions_seen;
