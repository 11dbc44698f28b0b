namespace Ashlar.Tests.Commands;

/// <summary>What `ashlar describe` says of actions, of events, and of what actions do to an entity.</summary>
public sealed class DescribeActionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("model/shop.ashlar", """
        system Shop { title "A shop" }

        role Keeper granted by Keeper

        entity Account principal {
          email:    email unique
          password: password min 12 max 128

          access {
            read   to signed in where this == caller
            create to anyone
          }
        }

        entity Tool {
          name:   text max 80
          copies: int min 0 = 0 readonly

          access {
            read   to anyone
            create to Keeper
          }
        }

        event Gone { tool: Tool }

        action Take {
          input   { tool: Tool }
          access  to signed in
          access  to Keeper where tool.name != ""
          do { run Count { tool: tool, change: 0 - 1 } }
        }

        action Count {
          input   { tool: Tool, change: int }
          access  internal
          require tool.copies + change >= 0 else NoneLeft "There is none left."
          do {
            set tool.copies = tool.copies + change
            if tool.copies == 0 { emit Gone { tool: tool } }
          }
        }

        action Reorder { start on Gone as gone   do { set gone.tool.copies = 10 } }

        api Web {
          path "/api"
          sign in with password
          expose Account { create }
          expose Tool { list { sort name }   read   create   run Take }
        }

        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_action_says_who_runs_it_how_it_refuses_and_all_that_it_does()
    {
        var take = (await Shell.Run("describe", _folder.Root, "Take", "--json")).Json;
        Assert.Equal("action", take.GetProperty("kind").GetString());
        Assert.Equal(["signed in", "Keeper"], Cells(take, "access", "who"));
        Assert.Equal(["", "tool.name != \"\""], Cells(take, "access", "where"));
        Assert.Equal(["NoneLeft"], Cells(take, "refusals", "rule"));
        Assert.Equal(["sets", "emits", "runs", "reads", "reads"], Cells(take, "does", "effect"));
        Assert.Equal(
            ["Shop.Tool.copies", "Shop.Gone", "Shop.Count", "Shop.Tool.copies", "Shop.Tool.name"],
            Cells(take, "does", "what"));
        Assert.Equal(["/api/tools/{id}/take"], Cells(take, "endpoints", "path"));
        var count = (await Shell.Run("describe", _folder.Root, "Count", "--json")).Json;
        Assert.Equal(["internal"], Cells(count, "access", "who"));
        Assert.Equal(["Shop.Take"], Cells(count, "run by", "action"));
    }

    [Fact]
    public async Task An_event_says_who_tells_it_and_what_it_starts()
    {
        var gone = (await Shell.Run("describe", _folder.Root, "Gone", "--json")).Json;
        Assert.Equal(["Shop.Count"], Cells(gone, "emitted by", "action"));
        Assert.Equal(["Shop.Reorder"], Cells(gone, "starts", "action"));
    }

    [Fact]
    public async Task An_entity_and_a_field_say_which_actions_write_them_and_for_whom()
    {
        foreach (var symbol in new[] { "Tool", "Tool.copies" })
        {
            var described = (await Shell.Run("describe", _folder.Root, symbol, "--json")).Json;
            Assert.Equal(["Shop.Reorder", "Shop.Take"], Cells(described, "also written by", "action"));
            Assert.Equal(["on Shop.Gone", "signed in, Keeper"], Cells(described, "also written by", "who"));
        }

        var keeper = (await Shell.Run("describe", _folder.Root, "Keeper")).Out;
        Assert.Contains("run     Shop.Take  tool.name != \"\"", keeper, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Cells(System.Text.Json.JsonElement described, string section, string column) =>
        described.GetProperty(section).EnumerateArray().Select(row => row.GetProperty(column).GetString());
}
