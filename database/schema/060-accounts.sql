-- One account per e-mail address and per user name, also when registrations race (src/extensions/users-permissions).
create unique index if not exists stadtverbund_account_email on up_users (lower(email));
create unique index if not exists stadtverbund_account_username on up_users (lower(username));
