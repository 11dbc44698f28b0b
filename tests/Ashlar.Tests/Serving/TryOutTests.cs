using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Tests.Architecture;
using Ashlar.Tool.Serving;

namespace Ashlar.Tests.Serving;

/// <summary>The three commands that `ashlar run` prints fit the model that it serves.</summary>
public sealed class TryOutTests
{
    [Fact]
    public void A_shop_with_open_and_closed_lists_shows_both_and_how_to_sign_in()
    {
        var commands = TryOut.Of(Example("bookshop"), "http://h:1");
        Assert.Equal("curl http://h:1/api/books", commands[0]);
        const string credentials = """{"email":"maya@bookshop.example","password":"correct horse battery"}""";
        const string signIn = $"curl -s http://h:1/api/sign-in -H 'content-type: application/json' -d '{credentials}'";
        Assert.Equal($$"""TOKEN=$({{signIn}} | sed 's/.*"token":"\([^"]*\).*/\1/')""", commands[1]);
        Assert.Equal("curl http://h:1/api/accounts -H \"authorization: Bearer $TOKEN\"", commands[2]);
    }

    [Fact]
    public void A_system_that_nobody_signs_in_to_shows_what_there_is()
    {
        const string text = """
            system Open { title "Open" }
            module Notes
            entity Note { text: text max 100   access { read, create to anyone   never update, delete } }
            api Open { path "/api"   expose Note { list { sort text } create } }
            """;
        var compiled = Compilation.Create([new SourceFile("a.ashlar", text)]);
        Assert.False(compiled.HasErrors, string.Join('\n', compiled.Diagnostics));
        var commands = TryOut.Of(compiled.Model, "http://h:1");
        Assert.Equal(["curl http://h:1/api/notes", "curl http://h:1/health/ready", "curl -i http://h:1/nowhere"], commands);
    }

    private static Core.Model.SystemModel Example(string name) =>
        Compilation.Create(Repository.Files($"examples/{name}/model", "*.ashlar")
            .Select(path => new SourceFile(path, Repository.Read(path)))).Model;
}
