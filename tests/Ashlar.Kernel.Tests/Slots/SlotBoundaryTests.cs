using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Slots;

/// <summary>
/// Hand-written code that hangs, throws, gives the wrong thing or takes too much: the caller gets an answer, nothing is
/// written, and the next work goes on.
/// </summary>
public sealed class SlotBoundaryTests(PostgresServer server)
{
    private static readonly Statement PutOut = new(
        postgres: "update lamps set is_lit = false, changes = changes + 1 where name = $1",
        sqlite: "update lamps set is_lit = 0, changes = changes + 1 where name = $1");

    private static readonly Statement Changes = new("select sum(changes) from lamps");

    private static readonly DecimalField Total = new("total", precision: 6, scale: 2) { Min = 0 };
    private static readonly TextField Note = new("note") { Max = 5, NotBlank = true };

    private enum Level
    {
        Plain,
        Gold,
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_the_code_answers_is_what_the_work_goes_on_with(DatabaseKind kind)
    {
        await using var system = await StartAsync(kind, (_, _) => "left");

        Assert.Equal(204, await PostAsync(system));
        Assert.Equal(1L, await ChangesAsync(system));
    }

    /// <summary>The code asks nobody and goes on: the request ends, and on SQLite the one writer is free for the next.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Code_that_hangs_is_given_up_and_what_the_work_did_is_undone(DatabaseKind kind)
    {
        using var end = new ManualResetEventSlim();
        var isFirst = true;
        await using var system = await StartAsync(kind, (_, _) =>
        {
            if (isFirst)
            {
                isFirst = false;
                end.Wait(TestContext.Current.CancellationToken);
            }

            return "left";
        });

        Assert.Equal("timeout", await CodeAsync(system));
        Assert.Equal(0L, await ChangesAsync(system));
        Assert.Equal(204, await PostAsync(system));
        end.Set();
    }

    [Fact]
    public async Task Code_that_asks_whether_it_is_cancelled_ends()
    {
        var ended = new TaskCompletionSource();
        await using var system = await StartAsync(DatabaseKind.Sqlite, (_, stop) =>
        {
            try
            {
                while (true)
                {
                    stop.ThrowIfCancellationRequested();
                }
            }
            finally
            {
                ended.SetResult();
            }
        });

        Assert.Equal("timeout", await CodeAsync(system));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_slot_whose_calls_do_not_end_is_not_called_until_one_does()
    {
        using var end = new ManualResetEventSlim();
        var calls = 0;
        await using var system = await StartAsync(DatabaseKind.Sqlite, (_, _) =>
        {
            Interlocked.Increment(ref calls);
            end.Wait(TestContext.Current.CancellationToken);
            return "left";
        });
        for (var i = 0; i < SlotBoundary.MostAbandoned + 2; i++)
        {
            Assert.Equal("timeout", await CodeAsync(system));
        }

        Assert.Equal(SlotBoundary.MostAbandoned, calls);
        end.Set();
        Assert.True(await BecomesAsync(async () => await PostAsync(system) == 204));
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("cancel")]
    [InlineData("null")]
    [InlineData("memory")]
    public async Task Code_with_a_defect_is_a_defect_of_the_system_and_nothing_is_written(string defect)
    {
        await using var system = await StartAsync(DatabaseKind.Sqlite, (_, _) => defect switch
        {
            "throw" => throw new DivideByZeroException(),
            "cancel" => throw new OperationCanceledException(),
            "memory" => Waste(),
            _ => null,
        }, Patient);

        Assert.Equal(500, await PostAsync(system));
        Assert.Equal(0L, await ChangesAsync(system));
    }

    [Fact]
    public async Task An_exception_that_means_something_elsewhere_means_nothing_when_a_slot_throws_it()
    {
        await using var system = await StartAsync(DatabaseKind.Sqlite, (_, _) => throw new OverflowException());

        Assert.Equal(500, await PostAsync(system));
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("0")]
    [InlineData("9999.99")]
    public void A_number_within_its_bounds_has_the_form_of_its_column(string value) =>
        Assert.Equal(2, Boundary().Gives(Total, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).Scale);

    [Theory]
    [InlineData("-0.01")]
    [InlineData("1.005")]
    [InlineData("10000")]
    public void A_number_out_of_its_bounds_is_a_defect_that_names_slot_and_field(string value)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var found = Assert.Throws<SlotException>(() => Boundary().Gives(Total, number));
        Assert.StartsWith("The slot Sales.Rule gave a total that breaks the model", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, found.Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => SlotBoundary.Takes(Total, number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("abcdef")]
    [InlineData("a\0")]
    public void A_text_that_breaks_its_rules_is_a_defect(string? value) =>
        Assert.Throws<SlotException>(() => Boundary().Gives(Note, value));

    [Fact]
    public void A_text_is_normalised_as_one_that_comes_from_outside() =>
        Assert.Equal("\u00e9", Boundary().Gives(Note, "e\u0301"));

    [Fact]
    public void What_is_no_value_of_an_enum_and_what_is_not_there_are_defects()
    {
        Assert.Equal(Level.Gold, Boundary().GivenOne("level", Level.Gold));
        Assert.Throws<SlotException>(() => Boundary().GivenOne("level", (Level)7));
        Assert.Throws<SlotException>(() => Boundary().Given<string>("place", null));
    }

    private static string Waste()
    {
        var bytes = 0;
        for (var i = 0; i < 300; i++)
        {
            bytes += new byte[1024 * 1024].Length;
        }

        return $"{bytes}";
    }

    private static SlotBoundary Boundary() => new("Sales.Rule", TimeSpan.FromMilliseconds(300));

    private static SlotBoundary Patient { get; } = new("Sales.Rule", TimeSpan.FromSeconds(60));

    /// <summary>A work that puts a lamp out and then asks the code; any service stands in for the object of the slot.</summary>
    private Task<RunningSystem> StartAsync(
        DatabaseKind kind, Func<KernelOptions, CancellationToken, string?> code, SlotBoundary? given = null)
    {
        var boundary = given ?? Boundary();
        return RunningSystem.StartWithAsync(kind, server, api => api.Post("/work", "work", call => call.TransactAsync(Work)));

        async Task<IReply> Work(UnitOfWork work)
        {
            await work.Session.ExecuteAsync(PutOut, "left");
            await boundary.CallAsync(work, code);
            return Reply.NoContent();
        }
    }

    private static async Task<int> PostAsync(RunningSystem system) =>
        (await system.SendAsync(HttpMethod.Post, "/api/work")).Status;

    private static async Task<string?> CodeAsync(RunningSystem system) =>
        (await system.SendAsync(HttpMethod.Post, "/api/work")).Code;

    private static async Task<long> ChangesAsync(RunningSystem system)
    {
        await using var session = await system.Database.ReadAsync(TestContext.Current.CancellationToken);
        return Assert.Single(await session.ListAsync(Changes, rows => rows.Long(0)));
    }

    private static async Task<bool> BecomesAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 20; i++)
        {
            if (await condition())
            {
                return true;
            }
        }

        return false;
    }
}
