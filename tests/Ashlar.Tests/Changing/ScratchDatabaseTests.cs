using Ashlar.Core;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;
using Ashlar.Tool.Changing;

namespace Ashlar.Tests.Changing;

/// <summary>A migration is tried with rows before it is shown: what it loses is found, whoever wrote the SQL.</summary>
public sealed class ScratchDatabaseTests
{
    private const string Shop = """
        system Shop { title "Shop" }
        module Sales
        role Clerk granted by Clerk
        enum Tier { Bronze, Silver, Gold }
        type Size { width: int  depth: int? }
        type Tag = text max 20
        entity Account principal { email: email unique  access { read to signed in where this == caller } }
        entity Customer {
          name:   text max 80 not blank matches pattern "[A-Z][a-z]+"
          code:   text? max 20
          visits: int min 1 max 9
          tier:   Tier
          size:   Size?
          tags:   Tag[] max 4
          lines:  Line[] owned
          check Few "Few." { sum(l in lines: l.count) <= 2 }
          access { read to Clerk }
        }
        entity Line { count: int  access as customer }

        """;

    [Fact]
    public void Values_stay_under_other_names_and_types()
    {
        var ledger = Try(
            ("name:   text max 80", "title: text max 90 was name"), ("visits: int", "visits: long"),
            ("Bronze, Silver", "Tin was Bronze, Silver"), ("width: int", "breadth: int was width"));
        Assert.Null(ledger.Failure);
        Assert.Empty(ledger.Lost);
        Assert.True(ledger.Values > 20);
    }

    [Fact]
    public void What_is_given_up_is_listed_with_its_reason()
    {
        var ledger = Try(
            ("  code:   text? max 20\n", ""), ("Bronze, Silver", "Silver"),
            ("visits: int", "visits: text"), ("min 1 max 9", "max 20"),
            ("entity Line", """
                change {
                  drop Customer.code because "No codes."
                  map Tier { Bronze -> Silver } because "No bronze."
                  convert Customer.visits = if visits > 1 then "often" else "once" because "Words."
                }
                entity Line
                """));
        Assert.Null(ledger.Failure);
        Assert.Equal(
            ["Sales.Customer.code 2 2 No codes.", "Sales.Customer.visits 3 3 Words.", "Sales.Customer.tier 3 0 No bronze."],
            ledger.Lost.Select(lost => $"{lost.Element} {lost.Count} {lost.PutAside} {lost.Because}"));
        Assert.Empty(ledger.Uncovered);
    }

    [Fact]
    public void A_value_for_all_in_a_unique_field_is_tried_with_one_row()
    {
        var ledger = Try(
            ("  code:   text? max 20\n", "  code: text max 20 unique\n"),
            ("entity Line", "change { fill Customer.code = \"none\" because \"None.\" }\nentity Line"));
        Assert.Null(ledger.Failure);
        Assert.Empty(ledger.Lost);
    }

    [Theory]
    [InlineData("old.name", "'x'", "Sales.Customer.name: 3 of which 0 aside")]
    [InlineData("where code is not null", "where false", "")]
    [InlineData("from __before_2_sales_customers as old;", "from __before_2_sales_customers as old limit 1;",
        "Sales.Customer.name: 2 of which 0 aside")]
    public void A_recipe_that_loses_values_is_caught(string right, string wrong, string said)
    {
        var (trial, migration) = Of(
            ("name:   text max 80", "title: text max 90 was name"), ("  code:   text? max 20\n", ""),
            ("entity Line", "change { drop Customer.code because \"No codes.\" }\nentity Line"));
        var sound = ScratchDatabase.Try(trial, migration);
        Assert.Empty(sound.Uncovered);
        Assert.Equal([2], sound.Lost.Select(lost => lost.PutAside));
        Assert.Contains(right, string.Concat(migration.Steps.Select(step => step.Sql)), StringComparison.Ordinal);

        var broken = ScratchDatabase.Try(trial, migration with
        {
            Steps = migration.Steps.Select(step => step with { Sql = step.Sql.Replace(right, wrong, StringComparison.Ordinal) })
                .ToValueList(),
        });

        Assert.Equal(said.Length == 0 ? 0 : 2, broken.Lost.Single(lost => lost.Element == "Sales.Customer.code").PutAside);
        Assert.Equal(said, broken.Uncovered.Select(lost => $"{lost.Element}: {lost.Count} of which {lost.PutAside} aside")
            .FirstOrDefault(""));
    }

    [Fact]
    public void A_statement_that_does_not_run_is_said()
    {
        var (trial, migration) = Of(("code:   text? max 20", "code: text? max 30"));
        var broken = migration with
        {
            Steps = [migration.Steps[0] with { Sql = "drop table no_such_table;" }, .. migration.Steps.Skip(1)],
        };
        Assert.Contains("no such table: no_such_table", ScratchDatabase.Try(trial, broken).Failure, StringComparison.Ordinal);
    }

    private static LossLedger Try(params (string Old, string New)[] edits)
    {
        var (trial, migration) = Of(edits);
        return ScratchDatabase.Try(trial, migration);
    }

    private static (MigrationTrial Trial, Migration Migration) Of(params (string Old, string New)[] edits)
    {
        var changed = edits.Aggregate(Shop, (text, edit) =>
        {
            Assert.Contains(edit.Old, text, StringComparison.Ordinal);
            return text.Replace(edit.Old, edit.New, StringComparison.Ordinal);
        });
        var plan = ChangePlan.Of(Compile(Shop), Compile(changed));
        Assert.Empty(plan.Findings.Where(found => found.IsError).Select(found => found.Message));
        return (
            MigrationTrial.Of(plan.Pairs, 2),
            MigrationFiles.Migrations(plan.Pairs, 2).Single(migration => migration.Dialect == Dialect.Sqlite));
    }

    private static Compilation Compile(string text)
    {
        var compiled = Compilation.Create([new SourceFile("model.ashlar", text)]);
        Assert.Empty(compiled.Diagnostics.Where(found => found.IsError).Select(found => $"{found.Code}: {found.Message}"));
        return compiled;
    }
}
