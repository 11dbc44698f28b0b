namespace Ashlar.Kernel.Tests.Identity;

public sealed class RateLimiterTests
{
    [Fact]
    public void A_burst_is_earned_again_with_time()
    {
        var clock = new Clock();
        var limiter = new RateLimiter(clock, perSecond: 2, burst: 3);

        Assert.Equal([null, null, null], [limiter.Take("a"), limiter.Take("a"), limiter.Take("a")]);
        Assert.Equal(TimeSpan.FromSeconds(0.5), limiter.Take("a"));
        Assert.Equal(TimeSpan.FromSeconds(0.5), limiter.Peek("a"));
        Assert.Null(limiter.Take("b"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([null, null], [limiter.Take("a"), limiter.Take("a")]);
        Assert.NotNull(limiter.Take("a"));
    }

    [Fact]
    public void No_limit_is_no_limit()
    {
        var limiter = new RateLimiter(new Clock(), perSecond: 0, burst: 0);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Null(limiter.Take("a")));
    }

    [Fact]
    public void Sign_in_waits_double_after_each_failure_and_forgets()
    {
        var clock = new Clock();
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(TimeSpan.Zero, throttle.WaitFor("ann", "here"));
            throttle.Failed("ann", "here");
        }

        Assert.Equal(TimeSpan.FromSeconds(1), throttle.WaitFor("ann", "elsewhere"));
        throttle.Failed("ann", "here");
        Assert.Equal(TimeSpan.FromSeconds(2), throttle.WaitFor("ann", "here"));
        Assert.Equal(TimeSpan.Zero, throttle.WaitFor("bob", "here"));
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(TimeSpan.Zero, throttle.WaitFor("ann", "here"));
    }

    [Fact]
    public void An_address_that_tries_many_accounts_waits()
    {
        var throttle = new SignInThrottle(new Clock());
        for (var i = 0; i < 30; i++)
        {
            throttle.Failed($"account {i}", "here");
        }

        Assert.NotEqual(TimeSpan.Zero, throttle.WaitFor("another", "here"));
        Assert.Equal(TimeSpan.Zero, throttle.WaitFor("another", "elsewhere"));
    }

    private sealed class Clock : TimeProvider
    {
        private TimeSpan _now = TimeSpan.FromDays(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _now += time;

        public override long GetTimestamp() => _now.Ticks;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _now;
    }
}
