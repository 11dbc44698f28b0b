using System.Globalization;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Expressions;

public sealed class ExpressionTests(PostgresServer server)
{
    [Theory]
    [InlineData("2.5", 0, MidpointRounding.ToEven, "2")]
    [InlineData("3.5", 0, MidpointRounding.ToEven, "4")]
    [InlineData("2.5", 0, MidpointRounding.AwayFromZero, "3")]
    [InlineData("-2.5", 0, MidpointRounding.AwayFromZero, "-3")]
    [InlineData("1.005", 2, MidpointRounding.ToEven, "1.00")]
    [InlineData("1", 3, MidpointRounding.ToEven, "1.000")]
    public void Rounding_goes_to_the_even_or_away(string value, int places, MidpointRounding half, string rounded) =>
        Assert.Equal(rounded, Text(Numbers.Round(Number(value), places, half)));

    [Theory]
    [InlineData("1", "3", 4, MidpointRounding.ToEven, "0.3333")]
    [InlineData("2", "3", 4, MidpointRounding.ToEven, "0.6667")]
    [InlineData("1", "8", 2, MidpointRounding.ToEven, "0.12")]
    [InlineData("3", "8", 2, MidpointRounding.ToEven, "0.38")]
    [InlineData("1", "8", 2, MidpointRounding.AwayFromZero, "0.13")]
    [InlineData("-1", "8", 2, MidpointRounding.AwayFromZero, "-0.13")]
    [InlineData("1.25", "-0.5", 0, MidpointRounding.ToEven, "-2")]
    [InlineData("0", "7", 2, MidpointRounding.ToEven, "0.00")]
    [InlineData("9999999999999999999999999999", "0.3", 0, MidpointRounding.ToEven, "33333333333333333333333333330")]
    public void A_quotient_is_rounded_once(string dividend, string divisor, int places, MidpointRounding half, string quotient) =>
        Assert.Equal(quotient, Text(Numbers.RoundQuotient(Number(dividend), Number(divisor), places, half)));

    [Fact]
    public void A_number_fits_or_overflows()
    {
        Assert.Equal("1.50", Text(Numbers.Fit(1.5m, 5, 2)));
        Assert.Throws<OverflowException>(() => Numbers.Fit(1000m, 5, 2));
        Assert.Throws<OverflowException>(() => Numbers.RoundQuotient(decimal.MaxValue, 0.1m, 0, MidpointRounding.ToEven));
        Assert.Throws<OverflowException>(() => Times.AddMonths(DateOnly.MaxValue, 1));
        Assert.Throws<OverflowException>(() => Times.Add(DateTimeOffset.MaxValue, TimeSpan.FromDays(1)));
    }

    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2024-03-31", -1, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 216, "2042-02-28")]
    public void Months_are_clamped_to_the_end(string date, int months, string sum) =>
        Assert.Equal(sum, Text(Times.AddMonths(Date(date), months)));

    [Theory]
    [InlineData("2026-03-29", "02:30", "Europe/Paris", "2026-03-29T01:00:00.000Z")]
    [InlineData("2026-03-29", "02:00", "Europe/Paris", "2026-03-29T01:00:00.000Z")]
    [InlineData("2026-03-29", "03:00", "Europe/Paris", "2026-03-29T01:00:00.000Z")]
    [InlineData("2026-10-25", "02:30", "Europe/Paris", "2026-10-25T00:30:00.000Z")]
    [InlineData("2026-07-01", "12:00", "America/New_York", "2026-07-01T16:00:00.000Z")]
    [InlineData("2026-07-01", "12:00", "UTC", "2026-07-01T12:00:00.000Z")]
    [InlineData("2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z")]
    [InlineData("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z")]
    public void A_gap_gives_the_moment_after_it_and_an_overlap_the_first(string date, string time, string zone, string instant) =>
        Assert.Equal(instant, Text(Times.InstantOf(Date(date), TimeOnly.Parse(time, CultureInfo.InvariantCulture), zone)));

    [Theory]
    [InlineData("a", "b", -1)]
    [InlineData("a", "a", 0)]
    [InlineData("a", "", 1)]
    [InlineData("\uFFFD", "\U0001F600", -1)]
    [InlineData("Z", "a", -1)]
    public void Text_is_compared_by_code_point(string left, string right, int order) =>
        Assert.Equal(order, Math.Sign(TextForm.Compare(left, right)));

    [Theory]
    [InlineData("select text_upper('straße É')", "STRAßE É")]
    [InlineData("select text_lower('ÀÉ')", "àé")]
    [InlineData("select text_trim('\u00a0 a \t')", "a")]
    [InlineData("select 'a1' regexp '\\A[a-z][0-9]\\z'", "1")]
    [InlineData("select null regexp 'a'", "")]
    [InlineData("select decimal_add('0.1', '0.2')", "0.3")]
    [InlineData("select decimal_multiply('12345678901234567.89', '2')", "24691357802469135.78")]
    [InlineData("select decimal_round_half_even('2.5', 0)", "2")]
    [InlineData("select decimal_round_half_up('2.5', 0)", "3")]
    [InlineData("select decimal_divide_half_even('1', '3', 4)", "0.3333")]
    [InlineData("select decimal_divide_half_even('1', '0', 4)", "")]
    [InlineData("select decimal_sum(value) from json_each('[\"0.1\", null, \"0.25\"]')", "0.35")]
    [InlineData("select decimal_sum(value) from json_each('[]')", "0")]
    [InlineData("select scaled_divide_half_even(100, 3, 2)", "3333")]
    [InlineData("select scaled_round_half_up(125, 1)", "13")]
    [InlineData("select date_add_months('2024-01-31', 1)", "2024-02-29")]
    [InlineData("select date_add_months(null, 1)", "")]
    [InlineData("select instant_of('2026-03-29', '02:30:00.000', 'Europe/Paris')", "1774746000000")]
    [InlineData("select instant_date(1774746000000, 'Asia/Tokyo')", "2026-03-29")]
    [InlineData("select instant_time(1774746000000, 'Asia/Tokyo')", "10:00:00.000")]
    public async Task Sqlite_knows_the_functions_of_expressions(string sql, string result)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, server);
        await using var session = await database.ReadAsync();

        var texts = await session.ListAsync(
            new($"select cast(({sql}) as text)"), rows => rows.TextOrNull(0) ?? "");

        Assert.Equal([result], texts);
    }

    [Theory]
    [InlineData("sea", 1)]
    [InlineData("VOY sea", 1)]
    [InlineData("sea land", 0)]
    [InlineData("%", 0)]
    [InlineData("\"", 0)]
    [InlineData("sea* OR -x NEAR(", 0)]
    [InlineData("^ {title} : ' )", 0)]
    public async Task No_sign_of_a_search_has_a_meaning(string words, int found)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, server);
        await using var session = await database.WriteAsync();
        await session.ExecuteAsync(new("create virtual table books using fts5 (title)"));
        await session.ExecuteAsync(new("insert into books values (search_words('A Sea Voyage'))"));

        var titles = await session.ListAsync(
            new("select title from books where books match search_query($1)"), rows => rows.Text(0), words);

        Assert.Equal(found, titles.Count);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
