module em

go 1.27
