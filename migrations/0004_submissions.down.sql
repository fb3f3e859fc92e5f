DROP TABLE test_runs;
DROP TABLE submissions;
