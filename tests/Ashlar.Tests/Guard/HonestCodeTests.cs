namespace Ashlar.Tests.Guard;

/// <summary>Code that calculates is let through as people write it, so that nobody has to fight the guard.</summary>
public sealed class HonestCodeTests : IDisposable
{
    private readonly GuardedCode _code = new();

    public static TheoryData<string> Statements =>
    [
        "amount = decimal.Round(amount * 1.19m / 3, 2, MidpointRounding.ToEven);",
        "var words = text.Trim().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | "
            + "StringSplitOptions.TrimEntries);",
        "var best = new[] { 3, 1, 2 }.Where(n => n > 1).OrderByDescending(n => n).Select(n => n * 2).FirstOrDefault();",
        "var groups = from word in text.Split(' ') group word by word.Length into same orderby same.Key select "
            + "(same.Key, same.Count());",
        "var total = Enumerable.Range(1, 12).Aggregate(amount, (sum, month) => sum + month);",
        "foreach (var (index, letter) in text.Index()) { if (char.IsAsciiDigit(letter)) { amount += index; } }",
        "for (var i = 0; i < text.Length; i++) { amount += text[i] - '0'; }",
        "for (var i = text.Length - 1; i >= 0; i--) { amount++; }",
        "while (amount > 1) { cancellation.ThrowIfCancellationRequested(); amount /= 2; }",
        "ReadOnlySpan<char> part = text.AsSpan(0, Math.Min(4, text.Length)); var isNumber = int.TryParse(part, out var number);",
        "var digits = string.Concat(text.Where(char.IsAsciiDigit)); var last = digits[^1..];",
        "var map = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1 }; "
            + "map.TryGetValue(text, out var found);",
        "var set = new HashSet<int> { 1, 2 }; var queue = new Queue<int>(set); var list = new List<int>([.. set, 3]);",
        "var name = level switch { Level.Gold => \"gold\", Level.Plain => \"plain\", _ => throw new "
            + "ArgumentOutOfRangeException(nameof(level)) };",
        "if (place is { City: \"Paris\", Level: Level.Gold }) { amount -= 1; }",
        "var moved = place is null ? null : place with { City = \"Rome\" };",
        "var day = DateOnly.FromDateTime(at.UtcDateTime); var due = day.AddMonths(1); var isSunday = due.DayOfWeek == "
            + "DayOfWeek.Sunday;",
        "var hours = (at - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalHours;",
        "var builder = new StringBuilder(); builder.Append(text).Append($\"{amount:0.00}\").AppendLine(); var made = "
            + "builder.ToString();",
        "var shown = amount.ToString(\"0.00\", CultureInfo.InvariantCulture);",
        "var pattern = new Regex(\"^[A-Z]{2}$\", RegexOptions.NonBacktracking); var isMatch = pattern.IsMatch(text);",
        "var match = Regex.Match(text, \"a+\", RegexOptions.None, TimeSpan.FromMilliseconds(100)); var value = "
            + "match.Groups[0].Value;",
        "var pair = (Low: 1m, High: 2m); var (low, high) = pair; amount = Math.Clamp(amount, low, high);",
        "try { amount = decimal.Parse(text, CultureInfo.InvariantCulture); } catch (FormatException) { return new "
            + "RuleResult.Wrong(); }",
        "try { amount = checked(amount * 2); } catch (Exception e) when (e is OverflowException or "
            + "ArithmeticException) { return new RuleResult.Wrong(); }",
        "try { amount++; } catch (Exception) { amount = 0; throw; }",
        "var sum = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));",
        "using var lines = new StringReader(text); var line = lines.ReadLine();",
        "using var json = System.Text.Json.JsonDocument.Parse(text); var root = json.RootElement.GetProperty(\"a\").GetInt32();",
        "var same = string.Equals(text, \"A\", StringComparison.Ordinal) && Guid.TryParse(text, out var id) && id != Guid.Empty;",
        "int Double(int n) => n * 2; var doubled = Double(2); Func<int, int> half = n => n / 2; half(doubled);",
        "var ordered = ImmutableArray.Create(3, 1, 2).Sort(); var names = Enum.GetNames<Level>();",
        "if (text is ['A', .. var rest] && rest.Length > 0) { amount = rest.Length; }",
        "var normal = text.Normalize(NormalizationForm.FormC); foreach (var rune in normal.EnumerateRunes()) { amount "
            + "+= rune.Value; }",
        "System.Numerics.BigInteger big = 2; big *= 3; var text2 = $\"{text}-{amount}-{big}\";",
    ];

    public static TheoryData<string, string> Declarations => new()
    {
        { "private const decimal Rate = 0.19m;", "" },
        { "private static readonly FrozenDictionary<string, decimal> Rates = FrozenDictionary.ToFrozenDictionary(new "
            + "Dictionary<string, decimal> { [\"A\"] = 0.1m });", "" },
        { "private static readonly ImmutableArray<int> Weights = [1, 3];", "" },
        { "private static ReadOnlySpan<int> Weights => [1, 3];", "" },
        { "private static readonly Regex Code = new(\"^[A-Z]+$\", RegexOptions.NonBacktracking);", "" },
        { "private static readonly ImmutableArray<Band> Bands = [new(100m, 0.1m)];", "internal sealed record "
            + "Band(decimal From, decimal Rate);" },
        { "private static decimal Of(Money m) => (m + m).Amount;", "internal readonly record struct Money(decimal "
            + "Amount) { public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount); }" },
        { "private static decimal Of(Shape s) => s.Area();", "internal abstract record Shape { public abstract "
            + "decimal Area(); } internal sealed record Square(decimal Side) : Shape { public override decimal Area() "
                + "=> Side * Side; }" },
        { "private static IEnumerable<int> Steps(int n) { for (var i = 0; i < n; i++) { yield return i; } }", "" },
        { "private static T Largest<T>(IEnumerable<T> all) where T : IComparable<T> => all.Max() ?? throw new "
            + "InvalidOperationException();", "" },
        { "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Design\", \"CA1000\", Justification = \"the name is "
            + "that of the standard\")] private static int N() => 1;", "" },
        { "// allow slot-recursion: the depth is that of the tree of the standard, which is four\nprivate static int "
            + "Down(int n) => n == 0 ? 0 : Down(n - 1);", "" },
    };

    public void Dispose() => _code.Dispose();

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_calculation_is_let_through(string statement) => ExpectFine(GuardedCode.Around(statement));

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_declaration_of_a_calculation_is_let_through(string members, string beside) =>
        ExpectFine(GuardedCode.Around("", members, beside));

    private void ExpectFine(string file) => Assert.Empty(_code.Find(file)
        .Where(found => !found.Notes.Any(note => note.Contains("never used", StringComparison.Ordinal)))
        .Select(found => $"{found.Code}: {found.Message} {string.Join(' ', found.Notes)}"));
}
