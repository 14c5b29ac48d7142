module example.com/modules

go 1.27

require example.com/other v0.0.0

replace example.com/other => ./other
