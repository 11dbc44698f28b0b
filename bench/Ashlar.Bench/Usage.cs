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
            """);
        return 2;
    }
}
