using Bookshop.Ordering.Slots;

namespace Bookshop.Tests.Custom;

/// <summary>What the shop takes off, without a server and a database.</summary>
public sealed class PriceRuleTests
{
    [Theory]
    [InlineData(1, null, 0)]
    [InlineData(19, null, 0)]
    [InlineData(20, null, 5)]
    [InlineData(50, null, 10)]
    [InlineData(1, "READ-1009", 10)]
    [InlineData(50, "READ-0550", 10)]
    [InlineData(1, " read-1009 ", 10)]
    public void The_larger_of_two_discounts_counts(long copies, string? voucher, decimal percent) => Assert.Equal(
        new PriceRuleResult.Ok(percent),
        new PriceRule().Run(100m, copies, voucher, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("")]
    [InlineData("READ-1008")]
    [InlineData("READ-9995")]
    [InlineData("READ-10099")]
    [InlineData("READ-١٠٠٩")]
    public void A_mistyped_voucher_is_none(string voucher) => Assert.IsType<PriceRuleResult.UnknownVoucher>(
        new PriceRule().Run(100m, 1, voucher, TestContext.Current.CancellationToken));

    [Fact]
    public void Half_a_cent_goes_to_the_even_one() => Assert.Equal(
        new PriceRuleResult.Ok(0.12m),
        new PriceRule().Run(1.25m, 50, null, TestContext.Current.CancellationToken));
}
