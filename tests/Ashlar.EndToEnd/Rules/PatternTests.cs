namespace Ashlar.EndToEnd.Rules;

/// <summary>A pattern is about code points, in the API as in both databases.</summary>
[Collection(SharedDepot.Name)]
public sealed class PatternTests(DepotRuns runs)
{
    public static TheoryData<string, string, string, bool> Texts()
    {
        var data = new TheoryData<string, string, string, bool>();
        foreach (var database in DepotRuns.Databases)
        {
            data.Add(database, "sign", "😀😀", true);
            data.Add(database, "sign", "ab", true);
            data.Add(database, "sign", "😀", false);
            data.Add(database, "sign", "a\\n", true);
            data.Add(database, "smiley", "😀😎", true);
            data.Add(database, "smiley", "😐", false);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_matches_everywhere_or_nowhere(string database, string member, string text, bool matches)
    {
        var depot = await runs.On(database);
        var name = $"{member} {text.Length} {text}";

        var answer = await depot.Post(
            "/api/crates", $$"""{ "name": "{{name}}", "height": 1, "depth": 1, "{{member}}": "{{text}}" }""");

        if (matches)
        {
            Assert.Equal((201, ""), (answer.Status, answer.Code));
            return;
        }

        Assert.Equal("no-match", answer.Json.GetProperty("errors")[0].GetProperty("code").GetString());
    }
}
