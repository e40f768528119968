import org.tidemark.api.Program
import org.tidemark.api.Tide
import org.tidemark.api.TideException

fun Program.years(question: String): Double = quantity(question).`in`("year")

fun main() {
    val program = Tide.builder().build().compile(
        """
        param r: 1/year = 5 %/year
        doubling = log(2) / r
        """.trimIndent()
    )
    val table = (1..3).associateWith { rate -> program.with("r", rate.toDouble(), "%/year").years("doubling") }
    table.forEach { (rate, years) -> println("$rate %: ${"%.3f".format(java.util.Locale.ROOT, years)} years") }

    try {
        program.quantity("halving")
    } catch (unknown: TideException) {
        println(unknown.diagnostics().first().code() + ": " + unknown.diagnostics().first().message())
    }
}
