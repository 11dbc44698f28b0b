using System.Globalization;
using Ashlar.Bench;
using Ashlar.Bench.Endpoints;
using Ashlar.Bench.Load;

// Run on demand, never as a test: times on a shared machine only mean something as ratios within one run.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["compiler", .. var rest] => CompilerBench.Run(rest),
    ["model", var count, var folder] => ModelFolder.Write(int.Parse(count, CultureInfo.InvariantCulture), folder),
    ["cold", .. var rest] => await ColdBench.RunAsync(rest),
    ["edit", .. var rest] => await EditBench.RunAsync(rest),
    ["endpoints", .. var rest] => await EndpointBench.RunAsync(rest),
    ["load", var server, var workload, .. var size] => await LoadClient.RunAsync(server, workload, LoadSize.Of(size)),
    _ => Usage.Print(),
};
