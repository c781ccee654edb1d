(function(d){d.className="js";try{var t=localStorage.getItem("tone");if(t)d.dataset.tone=t}catch(e){}})(document.documentElement)
