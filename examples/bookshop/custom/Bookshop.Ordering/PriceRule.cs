namespace Bookshop.Ordering.Slots;

/// <summary>What the shop takes off an order: for its size, or for a voucher, whichever is more.</summary>
public sealed class PriceRule : IPriceRule
{
    /// <inheritdoc />
    public PriceRuleResult Run(decimal total, long copies, string? voucher, CancellationToken cancellation)
    {
        var ofVoucher = 0m;
        if (voucher is not null)
        {
            if (Voucher.Read(voucher) is not { } read)
            {
                return new PriceRuleResult.UnknownVoucher();
            }

            ofVoucher = read.Share;
        }

        var share = Math.Max(ofVoucher, OfSize(copies));
        return new PriceRuleResult.Ok(decimal.Round(total * share, 2, MidpointRounding.ToEven));
    }

    private static decimal OfSize(long copies) => copies switch
    {
        >= 50 => 0.10m,
        >= 20 => 0.05m,
        _ => 0m,
    };
}
