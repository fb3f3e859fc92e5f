.shell cat /etc/passwd
