using System.Text.Json;

namespace Ashlar.ByHand;

/// <summary>The statements of the workload; each writes what it finds straight into the answer.</summary>
internal interface IShop : IDisposable
{
    /// <summary>Writes a product; the result is its version, or null when there is none.</summary>
    ValueTask<long?> ReadProductAsync(Utf8JsonWriter json, Guid id);

    /// <summary>Writes a page of the products of a category, the newest first.</summary>
    ValueTask ListProductsAsync(Utf8JsonWriter json, Guid category, PageEnd? after, int limit);

    /// <summary>Writes an order with its lines; the result is its version, or null when there is none.</summary>
    ValueTask<long?> ReadOrderAsync(Utf8JsonWriter json, Guid id);

    /// <summary>Stores and writes a product.</summary>
    ValueTask<WriteResult> CreateProductAsync(Utf8JsonWriter json, Guid id, ProductBody body, DateTimeOffset now);

    /// <summary>Changes and writes a product of a version.</summary>
    ValueTask<WriteResult> UpdateProductAsync(
        Utf8JsonWriter json, Guid id, long version, ProductBody body, DateTimeOffset now);

    /// <summary>Takes copies off the stock of a product, tells it in the same commit, and writes the product.</summary>
    ValueTask<WriteResult> TakeStockAsync(Utf8JsonWriter json, Guid id, int copies, DateTimeOffset now);

    /// <summary>Makes a movement of each that was told, and forgets it in the same commit; whether there was any.</summary>
    ValueTask<bool> HandleAsync();
}

/// <summary>What came of a write: the version of the row, or why there is none.</summary>
internal readonly record struct WriteResult(long Version, Problem? Problem = null);

/// <summary>Where a page ended.</summary>
internal readonly record struct PageEnd(long AddedAt, Guid Id);
