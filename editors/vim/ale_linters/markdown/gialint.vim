call gialint#ale#Define('markdown')
