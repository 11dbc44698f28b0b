using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tests.Guard;

/// <summary>The code of one slot in a system folder, as `ashlar check` reads it.</summary>
internal sealed class GuardedCode : IDisposable
{
    public const string File = "custom/Shop.Sales/Rule.cs";

    private const string Model = """
        system Shop { title "A shop" }

        module Sales

        enum Level { Plain, Gold }

        type Place { city: text max 60   level: Level }

        slot Rule {
          input  { amount: decimal(10, 2), text: text max 200, at: instant, level: Level, place: Place? }
          output { total: decimal(10, 2)   note: text? max 20 }
          fails  Wrong "This is wrong."
          effect none
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public static SystemModel Declared { get; } = Compilation.Create([new SourceFile("model/shop.ashlar", Model)]).Model;

    public void Dispose() => _folder.Dispose();

    /// <summary>What is found in a file that is written as it stands.</summary>
    public ImmutableArray<Diagnostic> Find(string code)
    {
        _folder.With(File, code);
        return CustomCode.Of(new SystemFolder(_folder.Root), Declared).Problems;
    }

    /// <summary>The same with nothing in `custom/`.</summary>
    public ImmutableArray<Diagnostic> FindWithoutFile() => CustomCode.Of(new SystemFolder(_folder.Root), Declared).Problems;

    public void With(string path, string text) => _folder.With(path, text);

    /// <summary>A whole file around the statements of the slot, members of its class, and what stands beside it.</summary>
    public static string Around(string statements, string members = "", string beside = "", string before = "") => $$"""
        {{before}}
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Globalization;
        using System.Text;
        using System.Text.RegularExpressions;

        namespace Shop.Sales.Slots;

        {{beside}}

        public sealed class Rule : IRule
        {
            public RuleResult Run(
                decimal amount, string text, DateTimeOffset at, Level level, Place? place, CancellationToken cancellation)
            {
                {{statements}}
                return new RuleResult.Ok(amount, null);
            }

            {{members}}
        }
        """;
}
