-- officers of the registration desk

alter table portal.user_role drop constraint user_role_ck;
alter table portal.user_role add constraint user_role_ck
  check (role in ('CITIZEN', 'OPERATOR', 'DESIGNER', 'AUDITOR', 'DATA_OFFICER', 'REGISTRAR'));
