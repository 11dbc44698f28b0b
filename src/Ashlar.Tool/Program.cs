using System.Globalization;
using Ashlar.Tool;
using Ashlar.Tool.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
var terminal = Terminal.OfProcess();
using var stop = new StopSignals();

try
{
    return await CommandLine.Run(args, terminal, stop.Token);
}
catch (Exception defect)
{
    return InternalReport.Write(terminal, args, defect);
}
