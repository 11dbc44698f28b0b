using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Tool.Serving.Rules;

namespace Ashlar.Tests.Serving;

/// <summary>A constraint that the database names is said as the rule of the model that it stands for.</summary>
public sealed class SampleRefusedTests
{
    private const string Text = """
        system Clinic { title "A clinic" }

        entity Visit {
          from:  instant = now
          until: instant = now + 1h
          exclusive VetBusy "The vet has another visit." { during from until until }
          access { read to anyone }
        }

        api Web { path "/api"   expose Visit { read } }

        sample first: Visit { }
        """;

    [Theory]
    [InlineData("clinic_visits_vet_busy_excl", "the database refuses the sample `first`: `VetBusy` does not hold")]
    [InlineData("else", "the database refuses a sample")]
    public void A_constraint_is_said_as_the_rule_of_the_model(string constraint, string message)
    {
        var model = Compilation.Create([new SourceFile("a.ashlar", Text)]).Model;
        Assert.Equal(message, SampleRefused.By(model, constraint).Message);
    }
}
