namespace Ashlar.Bench;

/// <summary>What can be measured.</summary>
internal static class Usage
{
    public static int Print()
    {
        Console.Error.WriteLine(
            """
            usage: ./dev bench compiler [SIZES…]      check and generate models of 10, 100 and 1,000 entities, warm
                   ./dev bench model COUNT FOLDER     write such a model, to time the tool on it as a cold process
                   ./dev bench cold [SIZES…]          the built tool as a cold process on such models: time and memory
                   ./dev bench edit [SIZES…]          from saving a change to serving it: bookshop, and such models
                   ./dev bench endpoints [OPTIONS]    generated endpoints against hand-written ones, on both databases

            options of endpoints:
              --rows N          products (100,000); half as many orders, with ten lines each
              --rounds N        rounds that count (3), after one that warms up
              --seconds N       how long each endpoint is asked in each round (4)
              --connections N   how many ask at once (16)
              --database NAME   postgres or sqlite, instead of both
              --workload NAME   byid, page, order, post, patch or action (one that tells an event), instead of all
            """);
        return 2;
    }
}
