using System.Text;
using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>Both databases find the same rows, because both make the same words of a text.</summary>
public sealed class SearchWordsTests(PostgresServer server)
{
    private const int Texts = 600;
    private const int LongestText = 14;

    // Scripts in use, signs, and what stands between them; without letters that came after Unicode 14.
    private static readonly (int From, int To)[] Ranges =
    [
        (0x20, 0x7E), (0xA0, 0x17F), (0x1C4, 0x233), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x481), (0x5D0, 0x5EA),
        (0x621, 0x64A), (0x905, 0x939), (0xE01, 0xE2E), (0x1E00, 0x1FFC), (0x2000, 0x2064), (0x20A0, 0x20BF), (0x2100, 0x214F),
        (0x2150, 0x218B), (0x2190, 0x2BFF), (0x3000, 0x303F), (0x3041, 0x3096), (0x30A0, 0x30FF), (0x4E00, 0x4EFF),
        (0xAC00, 0xACFF), (0xFB00, 0xFB06), (0xFE30, 0xFE4F), (0xFF01, 0xFFDC), (0x1F300, 0x1F6D0),
    ];

    [Fact]
    public async Task The_words_of_a_text_are_the_same_on_both_databases()
    {
        string[] texts = [.. AwkwardValues.Texts, .. RandomTexts(new Random(20_261))];
        var postgres = await WordsOf(DatabaseKind.Postgres, "text_words", texts);
        var sqlite = await WordsOf(DatabaseKind.Sqlite, "search_words", texts);
        Assert.Equal(postgres, sqlite);
        Assert.Contains("cafe", sqlite);
        Assert.True(sqlite.Distinct().Count() > Texts / 2);
    }

    private static IEnumerable<string> RandomTexts(Random random)
    {
        for (var i = 0; i < Texts; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, LongestText); length > 0; length--)
            {
                var (from, to) = Ranges[random.Next(Ranges.Length)];
                text.Append(new Rune(random.Next(from, to + 1)));
            }

            yield return text.ToString();
        }
    }

    private async Task<List<string>> WordsOf(DatabaseKind kind, string function, string[] texts)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(
            postgres: string.Join('\n', PostgresFunctions.Write(PostgresFunctions.All)), sqlite: "select 1");
        await using var session = await database.ReadAsync();
        var words = new List<string>();
        foreach (var text in texts)
        {
            words.AddRange(await session.ListAsync(new($"select {function}($1)"), rows => rows.Text(0), text));
        }

        return words;
    }
}
