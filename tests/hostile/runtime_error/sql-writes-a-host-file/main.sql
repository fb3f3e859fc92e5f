SELECT writefile('/code/main.sql', 'owned');
