-- A file that wants a report before there is one.
-- expect: load
-- says: global 'report'
return report.year -- here
