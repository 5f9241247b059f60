-- a law that was named in English on pages of every language is named by a code that has words

update portal.legal_param set legal_ref = 'ARCHIVE_LAW' where legal_ref = 'archive law';
comment on column portal.legal_param.legal_ref is 'ZRU-445, art. 6 or PKM-276, 20.05.2022; a law without a number is a code with words in word.law.*';
