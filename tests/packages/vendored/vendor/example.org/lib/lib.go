package lib

const Name = "from the vendor folder"
