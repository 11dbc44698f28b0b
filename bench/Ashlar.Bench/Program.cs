using System.Globalization;
using Ashlar.Bench;

// Run on demand, never as a test: times on a shared machine only mean something as ratios within one run.
return args switch
{
    ["compiler", .. var rest] => CompilerBench.Run(rest),
    ["model", var count, var folder] => ModelFolder.Write(int.Parse(count, CultureInfo.InvariantCulture), folder),
    _ => Usage.Print(),
};
