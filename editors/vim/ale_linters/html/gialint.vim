call gialint#ale#Define('html')
