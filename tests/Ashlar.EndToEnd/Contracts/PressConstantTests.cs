namespace Ashlar.EndToEnd.Contracts;

/// <summary>What every reply of an operation says, whatever its rows are.</summary>
public sealed class PressConstantTests(PressRuns runs) : IClassFixture<PressRuns>
{
    [Fact]
    public async Task Texts_numbers_flags_and_null_stand_around_the_rows()
    {
        var press = await runs.On("sqlite");

        var keys = await press.Send(HttpMethod.Get, "/keys/all-keys");

        Assert.Equal(
            """{"object":"list","data":[],"meta":{"version":1,"ok":true,"old":false,"errors":null}}""", keys.Text);
    }
}
