namespace Ashlar.Bench.Endpoints;

/// <summary>The identifiers of the rows: known without asking, and in the order of creation as those of a system are.</summary>
internal static class ShopIds
{
    public const int Categories = 100;

    public static Guid Category(int index) => Id(1, index);

    public static Guid Product(int index) => Id(2, index);

    public static Guid Order(int index) => Id(3, index);

    public static Guid Line(int index) => Id(4, index);

    public static Guid Person(int index) => Id(5, index);

    private static Guid Id(short kind, int index) => new(
        0x01900000 + (index >> 8), kind, 0x7000, 0x80, 0, 0, 0,
        (byte)(index >> 24), (byte)(index >> 16), (byte)(index >> 8), (byte)index);
}
