call gialint#ale#Define('text')
