import org.tidemark.api.*
var program = Tide.builder().build().compile("param r: 1/year = 5 %/year\ndoubling = log(2) / r")
System.out.println(program.quantity("doubling"))
System.out.println(program.with("r", 2, "%/year").quantity("doubling").in("month"))
/exit
