PRAGMA soft_heap_limit = 1;
PRAGMA hard_heap_limit = 1;
